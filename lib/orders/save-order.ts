import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import type { NewOrder } from './new-order'

/** What an order was answered with. */
export type PlacedOrder = { reference: string; url: string | null }

/** The database will never take this order, however often it is sent: a value does not fit. */
export class OrderRefused extends Error {
  override name = 'OrderRefused'
}

/** Prisma's codes for a value the schema refuses: too long, invalid, out of range, a constraint. */
const refusals = new Set(['P2000', 'P2004', 'P2006', 'P2007', 'P2011', 'P2020', 'P2023', 'P2033'])

/** Saves an order and its items in one transaction; `created` false: the key was used before, that order stands. @throws {OrderRefused} */
export async function saveOrder(order: NewOrder): Promise<PlacedOrder & { created: boolean }> {
  const { items, ...fields } = order
  try {
    await db().$transaction([
      db().order.create({ data: fields }),
      db().orderItem.createMany({
        data: items.map((item, position) => ({
          ...item,
          orderId: order.id,
          position,
          productId: BigInt(item.productId),
        })),
      }),
    ])
    return { reference: order.reference, url: order.messageUrl, created: true }
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error
    if (refusals.has(error.code)) throw new OrderRefused(`the database refused an order (${error.code})`)
    if (error.code !== 'P2002') throw error
    const earlier = await findPlacedOrder(order.idempotencyKey)
    if (!earlier) throw error
    return { ...earlier, created: false }
  }
}

/** The order placed with this key before, if any. */
export async function findPlacedOrder(idempotencyKey: string): Promise<PlacedOrder | null> {
  const order = await db().order.findUnique({
    where: { idempotencyKey },
    select: { reference: true, messageUrl: true },
  })
  return order && { reference: order.reference, url: order.messageUrl }
}
