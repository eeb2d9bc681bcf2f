import { createHash } from 'node:crypto'
import { z } from 'zod'
import { RouteReason } from '../generated/prisma/enums'
import { totalMoney } from '../money'
import { contextOf } from '../redirect/answer'
import type { Decision } from '../routing/decide'
import type { RoutingTable } from '../routing/table'
import { uuidv7 } from '../uuid'
import { composeLink } from '../whatsapp/link'
import type { CheckoutInput } from './checkout-input'

/** An order on its way to the database, as the order spool keeps it. Prices are decimal strings. */
export const newOrder = z.object({
  id: z.uuid(),
  reference: z.string(),
  idempotencyKey: z.string(),
  customerName: z.string(),
  customerPhone: z.string(),
  customerEmail: z.string(),
  address: z.string(),
  note: z.string(),
  incomplete: z.boolean(),
  priceToConfirm: z.boolean(),
  total: z.string().nullable(),
  currency: z.string(),
  reason: z.enum(RouteReason),
  ruleId: z.number().nullable(),
  categoryId: z.number().nullable(),
  numberId: z.number().nullable(),
  number: z.string().nullable(),
  messageUrl: z.string().nullable(),
  /** ISO 8601. */
  placedAt: z.string(),
  items: z.array(
    z.object({
      productId: z.number(),
      name: z.string(),
      sku: z.string().nullable(),
      variation: z.string().nullable(),
      quantity: z.number(),
      unitPrice: z.string().nullable(),
    }),
  ),
})

export type NewOrder = z.output<typeof newOrder>

/**
 * The order a checkout makes: names and prices from the catalogue, never from the request. A price that can't be
 * known leaves the total open and marks the order "price to confirm".
 */
export function buildOrder(input: {
  checkout: CheckoutInput
  idempotencyKey: string
  table: RoutingTable
  decision: Decision
  now: number
}): NewOrder {
  const { checkout, idempotencyKey, table, decision, now } = input
  const { customer, note, items } = checkout
  const reference = referenceFor(idempotencyKey)
  const context = { ...contextOf(table, items), reference, customer: { ...customer, note } }
  const total = storableTotal(totalMoney(context.items))
  const digits = decision.number?.digits ?? null
  return {
    id: uuidv7(now),
    reference,
    idempotencyKey,
    customerName: customer.name,
    customerPhone: customer.phone,
    customerEmail: customer.email,
    address: customer.address,
    note,
    incomplete: Object.values(customer).includes(''),
    priceToConfirm: total === null,
    total,
    currency: context.currency,
    reason: decision.reason,
    ruleId: decision.ruleId,
    categoryId: decision.categoryId,
    numberId: decision.number?.id ?? null,
    number: digits,
    messageUrl: digits && composeLink({ digits, template: table.store.templates.checkout, context }).url,
    placedAt: new Date(now).toISOString(),
    items: context.items.map(item => ({
      productId: item.id,
      name: item.name ?? `Product ${item.id}`,
      sku: item.sku,
      variation: item.variation,
      quantity: item.quantity,
      unitPrice: item.price,
    })),
  }
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Short and speakable (Crockford's base 32, no I L O U), for example `K7Q2-9FXM`. Derived from the idempotency key, so
 * that every process gives the same order the same reference, with or without the database.
 */
export function referenceFor(idempotencyKey: string): string {
  const bytes = createHash('sha256').update(`order ${idempotencyKey}`).digest()
  const letters = Array.from(bytes.subarray(0, 8), byte => alphabet[byte & 31]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** The column holds 14 digits before the point; a sum beyond that is nobody's order and stays open. */
function storableTotal(total: string | null): string | null {
  return total !== null && (total.split('.')[0] ?? '').length <= 14 ? total : null
}
