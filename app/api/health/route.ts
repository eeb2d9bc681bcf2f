import { findRuntime } from '@/lib/runtime'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  const health = findRuntime()?.health()
  const status = health?.status === 'ok' ? 200 : 503
  return Response.json(health ?? { status: 'starting' }, { status, headers: { 'Cache-Control': 'no-store' } })
}
