import { Skeleton } from './skeleton'

/** Stands where a page will be, while the server draws it. */
export function PageLoading() {
  return (
    <div aria-busy role="status" aria-label="Loading">
      <Skeleton className="h-8 w-48" />
      <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      <Skeleton className="mt-6 h-96 w-full" />
    </div>
  )
}
