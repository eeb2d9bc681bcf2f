import { decideCart } from '../routing/decide'
import type { RoutingTable } from '../routing/table'
import { product, tableOf } from '../routing/table.fixture'
import type { CheckoutInput } from './checkout-input'
import { buildOrder, type NewOrder } from './new-order'

export const orderTable = tableOf([
  product(1, { name: 'Boot', categoryIds: [10], price: '19.9', sku: 'B-1' }),
  product(2, { name: 'Hat', categoryIds: [20], price: '5' }),
  product(3, { name: 'Bespoke' }),
  product(4, { name: 'Scarf', price: '7', currency: 'EUR' }),
])

export const maria = {
  name: 'Maria',
  phone: '+55 11 91234-5678',
  email: 'maria@example.com',
  address: 'Rua A, 1',
}

type Facts = { key?: string; items?: CheckoutInput['items']; customer?: Partial<typeof maria>; note?: string }

/** An order as the checkout makes it. */
export function orderFor(facts: Facts = {}, table: RoutingTable = orderTable): NewOrder {
  const { key = 'key-1', items = [{ id: 1, quantity: 2 }], customer = {}, note = '' } = facts
  const checkout: CheckoutInput = {
    format: 'form',
    items,
    customer: { ...maria, ...customer },
    note,
    idempotencyKey: key,
  }
  const now = Date.parse('2026-03-01T12:00:00.123Z')
  const decision = decideCart(
    table,
    items.map(item => item.id),
    now,
  )
  return buildOrder({ checkout, idempotencyKey: key, table, decision, now })
}
