import { z } from 'zod'
import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { OrderStatus } from '../generated/prisma/enums'

/** A place in the list: the order's time in milliseconds and its id, newest first. */
const position = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
  .transform(text => ({ at: new Date(Number(text.slice(0, -37))), id: text.slice(-36) }))
  .pipe(z.object({ at: z.date(), id: z.guid() }))

/** The list's state as the address bar holds it; whatever is not understood is ignored, never an error. */
export const orderQuery = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  status: z.enum(OrderStatus).optional().catch(undefined),
  /** Orders older than this place. */
  after: position.optional().catch(undefined),
  /** Orders newer than this place. */
  before: position.optional().catch(undefined),
})

export type OrderQuery = z.output<typeof orderQuery>

export const orderStatusInput = z.object({
  id: z.guid(),
  /** The status that the screen showed. */
  from: z.enum(OrderStatus),
  to: z.enum(OrderStatus),
})

export type ListedOrder = {
  id: string
  reference: string
  placedAt: Date
  status: OrderStatus
  customerName: string
  customerPhone: string
  /** Pieces, not lines. */
  pieces: number
  /** Decimal string; null: a price is to be confirmed. */
  total: string | null
  currency: string
  incomplete: boolean
  number: string | null
  numberLabel: string
}

type OrderPage = { orders: ListedOrder[]; newer: string | null; older: string | null }

/**
 * A page of orders, newest first, stable while orders arrive: a place in the list is a time and an id, not an offset.
 * `older` and `newer` are what `after` and `before` take to turn the page; null where there is none.
 */
export async function listOrders({ query, limit }: { query: OrderQuery; limit: number }): Promise<OrderPage> {
  const backwards = query.before !== undefined && query.after === undefined
  const direction = backwards ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const found = await db().$queryRaw<ListedOrder[]>`
    SELECT o.id, o.reference, o.placed_at AS "placedAt", o.status::text AS status, o.customer_name AS "customerName",
      o.customer_phone AS "customerPhone", o.total::text AS total, o.currency, o.incomplete, o.number,
      COALESCE(n.label, '') AS "numberLabel",
      (SELECT COALESCE(sum(i.quantity), 0)::float8 FROM order_items i WHERE i.order_id = o.id) AS pieces
    FROM orders o LEFT JOIN numbers n ON n.id = o.number_id
    WHERE ${matching(query)} AND ${beyond(query)}
    ORDER BY o.placed_at ${direction}, o.id ${direction}
    LIMIT ${limit + 1}`
  const hasMore = found.length > limit
  // Nothing newer is left: show the first page, full.
  if (backwards && !hasMore) return listOrders({ query: { ...query, before: undefined }, limit })
  const page = found.slice(0, limit)
  if (backwards) page.reverse()
  const [first, last] = [page[0], page.at(-1)]
  const newer = backwards || query.after !== undefined
  const older = backwards || hasMore
  return {
    orders: page,
    newer: first && newer ? place(first) : null,
    older: last && older ? place(last) : null,
  }
}

/** How many orders there are in each status; a status without orders is 0. */
export async function countOrdersByStatus(): Promise<Record<OrderStatus, number>> {
  const rows = await db().order.groupBy({ by: ['status'], _count: true })
  const counts = { new: 0, confirmed: 0, completed: 0, cancelled: 0 }
  for (const row of rows) counts[row.status] = row._count
  return counts
}

/** One order with its lines and, as they are called today, the number and category it was routed by. */
export async function findOrder(id: string) {
  if (!z.guid().safeParse(id).success) return null
  const order = await db().order.findUnique({
    where: { id },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  if (!order) return null
  const [number, category, products] = await Promise.all([
    order.numberId === null
      ? null
      : db().number.findUnique({ where: { id: order.numberId }, select: { label: true, isDemo: true } }),
    order.categoryId === null
      ? null
      : db().category.findUnique({ where: { id: order.categoryId }, select: { name: true } }),
    db().product.findMany({
      where: { id: { in: order.items.map(item => item.productId) } },
      select: { id: true },
    }),
  ])
  const catalogue = new Set(products.map(product => product.id))
  return {
    ...order,
    total: order.total?.toString() ?? null,
    items: order.items.map(item => ({
      ...item,
      productId: Number(item.productId),
      inCatalogue: catalogue.has(item.productId),
      unitPrice: item.unitPrice?.toString() ?? null,
      lineTotal: item.unitPrice?.mul(item.quantity).toString() ?? null,
    })),
    numberLabel: number?.label ?? '',
    numberIsDemo: number?.isDemo ?? false,
    categoryName: category?.name ?? null,
  }
}

export type OrderDetail = NonNullable<Awaited<ReturnType<typeof findOrder>>>

/** Changes the status, unless somebody else changed it since the screen showed `from`. */
export async function updateOrderStatus(
  input: z.output<typeof orderStatusInput>,
): Promise<{ ok: true } | { ok: false; status: OrderStatus | null }> {
  const { count } = await db().order.updateMany({
    where: { id: input.id, status: input.from },
    data: { status: input.to },
  })
  if (count === 1) return { ok: true }
  const order = await db().order.findUnique({ where: { id: input.id }, select: { status: true } })
  return order?.status === input.to ? { ok: true } : { ok: false, status: order?.status ?? null }
}

function matching({ q, status }: OrderQuery): Prisma.Sql {
  const byStatus = status ? Prisma.sql`o.status = ${status}::order_status` : Prisma.sql`TRUE`
  const words = q.replaceAll('\0', ' ').split(/\s+/).filter(Boolean).slice(0, 10)
  if (words.length === 0) return byStatus
  return Prisma.sql`${byStatus} AND ((${Prisma.join(words.map(matchWord), ' AND ')}) OR ${matchPhone(q)})`
}

/** Letters match without regard to case or accents. */
function matchWord(word: string): Prisma.Sql {
  const pattern = Prisma.sql`unaccent(${containing(word)})`
  return Prisma.sql`(
    o.reference ILIKE ${pattern} OR unaccent(o.customer_name) ILIKE ${pattern} OR o.customer_phone ILIKE ${pattern}
    OR EXISTS (SELECT 1 FROM order_items i WHERE i.order_id = o.id AND unaccent(i.name) ILIKE ${pattern}))`
}

/** Phones are stored as typed: what looks like a phone is compared digits with digits. */
function matchPhone(q: string): Prisma.Sql {
  const digits = q.replace(/\D/g, '')
  if (digits.length < 3 || !/^[\d\s()+./-]+$/.test(q)) return Prisma.sql`FALSE`
  return Prisma.sql`regexp_replace(o.customer_phone, '\\D', '', 'g') LIKE ${containing(digits)}`
}

/** A LIKE pattern for the text itself: `%`, `_` and `\` stand for themselves. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

function beyond({ after, before }: OrderQuery): Prisma.Sql {
  if (after) return Prisma.sql`(o.placed_at, o.id) < (${after.at}, ${after.id}::uuid)`
  if (before) return Prisma.sql`(o.placed_at, o.id) > (${before.at}, ${before.id}::uuid)`
  return Prisma.sql`TRUE`
}

function place(order: { placedAt: Date; id: string }): string {
  return `${order.placedAt.getTime()}_${order.id}`
}
