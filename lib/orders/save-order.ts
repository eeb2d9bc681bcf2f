import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { isRefusal } from '../sql-state'
import type { NewOrder } from './new-order'

/** What an order was answered with. */
export type PlacedOrder = { reference: string; url: string | null }

/** The database will never take this order, however often it is sent: a value does not fit. */
export class OrderRefused extends Error {
  override name = 'OrderRefused'
}

/**
 * Saves an order and its items in one transaction; `created` false: the key was used before, that order stands.
 * @throws {OrderRefused} when a value does not fit; anything else means the database could not be reached.
 */
export async function saveOrder(order: NewOrder): Promise<PlacedOrder & { created: boolean }> {
  const { items, ...fields } = order
  try {
    await db().$transaction([db().order.create({ data: fields }), insertItems(order)])
    return { reference: order.reference, url: order.messageUrl, created: true }
  } catch (error) {
    const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
    const earlier = taken ? await findPlacedOrder(order.idempotencyKey) : null
    if (!earlier) throw isRefusal(error) ? new OrderRefused('the database refused an order') : error
    return { ...earlier, created: false }
  }
}

/** One statement however long the cart: `createMany` would hold up every redirect while it builds thousands of rows. */
function insertItems({ id, items }: NewOrder) {
  const column = <K extends keyof (typeof items)[number]>(key: K) => items.map(item => item[key])
  return db().$executeRaw`
    INSERT INTO order_items (order_id, position, product_id, name, sku, variation, quantity, unit_price)
    SELECT ${id}::uuid, place - 1, product_id, name, sku, variation, quantity, unit_price
    FROM unnest(
      ${column('productId')}::bigint[], ${column('name')}::text[], ${column('sku')}::text[],
      ${column('variation')}::text[], ${column('quantity')}::int[], ${column('unitPrice')}::numeric[]
    ) WITH ORDINALITY AS item (product_id, name, sku, variation, quantity, unit_price, place)`
}

/** The order placed with this key before, if any. */
export async function findPlacedOrder(idempotencyKey: string): Promise<PlacedOrder | null> {
  const order = await db().order.findUnique({
    where: { idempotencyKey },
    select: { reference: true, messageUrl: true },
  })
  return order && { reference: order.reference, url: order.messageUrl }
}
