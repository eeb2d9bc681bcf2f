import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <div aria-busy role="status">
      <h1 className="font-semibold text-2xl tracking-tight">Reading the file…</h1>
      <p className="mt-1 text-muted">A large catalogue takes some seconds.</p>
      <Skeleton className="mt-6 h-24 w-full" />
      <Skeleton className="mt-6 h-72 w-full" />
    </div>
  )
}
