import AdminNotFound from './admin/not-found'

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <AdminNotFound />
    </main>
  )
}
