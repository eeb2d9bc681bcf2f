import AdminNotFound, { metadata } from './admin/not-found'

export { metadata }

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <AdminNotFound />
    </main>
  )
}
