/** Starts the runtime under `next dev` and `next start`; server.ts has started its own before Next.js loads. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startForNext } = await import('./lib/start/for-next')
  startForNext()
}
