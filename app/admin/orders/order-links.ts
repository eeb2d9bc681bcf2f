import type { OrderQuery } from '@/lib/orders/orders'

/** The list's address with this state; turning the page keeps the search. */
export function ordersHref(
  query: Pick<OrderQuery, 'q' | 'status'>,
  turn: { after?: string | null; before?: string | null } = {},
): string {
  const params = new URLSearchParams()
  const state = { q: query.q, status: query.status, ...turn }
  for (const [name, value] of Object.entries(state)) if (value) params.set(name, value)
  return params.size > 0 ? `/admin/orders?${params}` : '/admin/orders'
}
