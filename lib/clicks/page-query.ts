import { db } from '../db'
import {
  type DeviceType,
  type KindReason,
  type PageType,
  Prisma,
  type RouteReason,
  type VisitorKind,
} from '../generated/prisma/client'
import { BEFORE_ALL, type ClickCursor } from './filters'
import { haveMet, inMonths } from './have-met'
import type { ClickScope } from './scope'
import type { Slice } from './search'

type PageRow = {
  id: string
  occurredAt: Date
  /** 0 for the floating button, null where the request named none. */
  productId: number | null
  /** Null where the catalogue doesn't know the id. */
  productName: string | null
  variation: string | null
  imageUrl: string | null
  pageType: PageType
  deviceType: DeviceType
  visitorKind: VisitorKind
  kindReason: KindReason | null
  reason: RouteReason
  categoryName: string | null
  number: string | null
  numberLabel: string | null
  via: string | null
  itemCount: number
}

type PageQuery = { scope: ClickScope; cursor: ClickCursor | null; limit: number }
type RawRow = Omit<PageRow, 'productId'> & { productId: bigint | null }

/** Up to so many values, the newest clicks of each are read at once. */
const FEW = 30
/** Up to so many values of a slice are written out one by one. */
const FEW_WRITTEN = 12
/** So many clicks are looked through first, for each one that is wanted. */
const WALKED_EACH = 80
const WALKED_FIRST_AT_MOST = 50_000
/**
 * Where a share s of n clicks matches, walking to `limit` matches reads limit / s clicks, one beside the other; fetching all
 * matches reads s * n or, where an index holds others too, many more, each about five times dearer. Among ten million clicks
 * the two are even somewhere from 7,000 to 40,000 * sqrt(limit) clicks.
 */
const WALKED_AT_MOST = { perRoot: 40_000, ever: 1_000_000 }
/** Half a year. */
const LONG = 180 * 24 * 60 * 60_000

/** The clicks from the cursor on, in its direction: newest first, or oldest first for `newer`. */
export async function selectPage(query: PageQuery): Promise<PageRow[]> {
  return search(query, { find: found => selectNamed(found, query), count: rows => rows.length })
}

/** How many clicks there are from the cursor on, at most `limit`. */
export async function countPage(query: PageQuery): Promise<number> {
  return search(query, { find: countFound, count: found => found })
}

type Reader<Found> = { find: (matches: Prisma.Sql) => Promise<Found>; count: (found: Found) => number }

/**
 * One slice of an index is in the order of the page. Else what is asked for often is near, among the next few thousand
 * clicks, and how much of it is there tells how far to walk; what is rare is fetched as a whole.
 */
async function search<Found>(query: PageQuery, { find, count }: Reader<Found>): Promise<Found> {
  const { scope, limit } = query
  if (scope.narrowing.length === 0 && isFew(scope.slices)) return find(inOrder(query))
  let walked = Math.min(limit * WALKED_EACH, WALKED_FIRST_AT_MOST)
  while (true) {
    const found = await find(near(query, walked))
    if (count(found) === limit || (await isLookedThrough(query, walked)) || !(await haveMet(scope)))
      return found
    const enough = Math.ceil((1.5 * walked * limit) / Math.max(1, count(found)))
    if (enough > Math.min(WALKED_AT_MOST.perRoot * Math.sqrt(limit), WALKED_AT_MOST.ever)) break
    walked = enough
  }
  return find(scope.slices.length > 0 ? all(query) : inOrder(query))
}

const isFew = (slices: Slice[]) => countValues(slices) <= FEW
const countValues = (slices: Slice[]) => slices.reduce((sum, { count }) => sum + count, 0)

async function countFound(found: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${found}) found`
  return row?.count ?? 0
}

async function selectNamed(found: Prisma.Sql, query: PageQuery): Promise<PageRow[]> {
  const direction = sqlDirection(query)
  const rows = await db().$queryRaw<RawRow[]>`
    SELECT c.id, c.occurred_at AS "occurredAt", c.product_id AS "productId", p.name AS "productName", p.variation,
      p.image_url AS "imageUrl", c.page_type AS "pageType", c.device_type AS "deviceType",
      c.visitor_kind AS "visitorKind", c.kind_reason AS "kindReason", c.reason, g.name AS "categoryName",
      c.number, n.label AS "numberLabel", c.via, c.item_count AS "itemCount"
    FROM (${found}) c
    LEFT JOIN products p ON p.id = c.product_id
    LEFT JOIN categories g ON g.id = c.category_id
    LEFT JOIN numbers n ON n.id = c.number_id
    ORDER BY c.occurred_at ${direction}, c.id ${direction}`
  return rows.map(row => ({ ...row, productId: row.productId === null ? null : Number(row.productId) }))
}

const sqlDirection = ({ cursor }: PageQuery) =>
  cursor?.direction === 'newer' ? Prisma.sql`ASC` : Prisma.sql`DESC`

/** All matches in the order of an index, or of a few, until there are enough. */
function inOrder(query: PageQuery): Prisma.Sql {
  const { scope } = query
  if (scope.slices.length === 0) return walk(query, scope.conditions)
  const slices = scope.slices.map(slice => Prisma.sql`(${sliceOf(slice, query)})`)
  // A click that two slices hold is one click: UNION, not UNION ALL. One value is in order already.
  const found = Prisma.join(slices, ' UNION ')
  return countValues(scope.slices) === 1 ? found : Prisma.sql`${found} ${nearestFirst(query)}`
}

/** The matches among the next `walked` clicks, of the one value if it is one; as many as wanted are the nearest of all. */
function near(query: PageQuery, walked: number): Prisma.Sql {
  const { slices, conditions } = query.scope
  const next = { ...query, limit: walked }
  const [slice] = slices
  const clicks = slice && countValues(slices) === 1 ? sliceOf(slice, next, []) : walk(next, [])
  return Prisma.sql`SELECT * FROM (${clicks}) AS near WHERE ${Prisma.join(conditions, ' AND ')} ${nearestFirst(query)}`
}

/** Whether there are no more clicks than those. */
async function isLookedThrough(query: PageQuery, walked: number): Promise<boolean> {
  const further = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM (${walk({ ...query, limit: walked + 1 }, [])}) AS walked OFFSET ${walked}`
  return further.length === 0
}

/** All matches, found in the way that Postgres thinks best (OFFSET 0 keeps the order out of its thoughts), then sorted. */
function all(query: PageQuery): Prisma.Sql {
  const { slices, conditions } = query.scope
  const { low, high } = findBounds(query)
  const several = countValues(slices) > 1
  // Out of sight of the indexes where it hardly narrows: Postgres reads two at once only if they share no condition.
  const time =
    high.occurredAt.getTime() - low.occurredAt.getTime() > LONG ? Prisma.sql`IS TRUE` : Prisma.empty
  const where = [
    Prisma.sql`((occurred_at, id) > (${low.occurredAt}::timestamptz, ${low.id}::uuid)) ${time}`,
    Prisma.sql`((occurred_at, id) < (${high.occurredAt}::timestamptz, ${high.id}::uuid)) ${time}`,
    ...(several ? [Prisma.sql`(${Prisma.join(slices.map(holds(query)), ' OR ')})`] : []),
    ...conditions.filter(condition => !several || slices.every(({ covers }) => covers !== condition)),
  ]
  return Prisma.sql`SELECT * FROM (SELECT * FROM click_events WHERE ${Prisma.join(where, ' AND ')} OFFSET 0) AS matching
    ${nearestFirst(query)}`
}

/** Of products that totals of months know to be these, only those that had the reason that is asked for. */
const holds =
  ({ scope }: PageQuery) =>
  ({ column, values, covers }: Slice) => {
    const { products } = scope.months
    return scope.filters.reason && products && covers && products.conditions.includes(covers)
      ? Prisma.sql`product_id = ANY(ARRAY(SELECT product_id FROM click_product_months WHERE ${inMonths(scope, products.conditions)}))`
      : Prisma.sql`${leads[column]} = ANY(${values})`
  }

function nearestFirst(query: PageQuery): Prisma.Sql {
  const direction = sqlDirection(query)
  return Prisma.sql`ORDER BY occurred_at ${direction}, id ${direction} LIMIT ${query.limit}`
}

/** Down (or up) the index by time. */
function walk(query: PageQuery, conditions: Prisma.Sql[]): Prisma.Sql {
  const { low, high } = findBounds(query)
  const where = [
    Prisma.sql`(occurred_at, id) > (${low.occurredAt}::timestamptz, ${low.id}::uuid)`,
    Prisma.sql`(occurred_at, id) < (${high.occurredAt}::timestamptz, ${high.id}::uuid)`,
    ...conditions,
  ]
  return Prisma.sql`SELECT * FROM click_events WHERE ${Prisma.join(where, ' AND ')} ${nearestFirst(query)}`
}

/**
 * The newest (or oldest) clicks of each value, read off the index that starts with its column. The column takes part
 * in bounds and order, although it is one value: else Postgres may take the value for a common one and walk the index
 * by time, through millions of clicks where it is an old one.
 */
function sliceOf(slice: Slice, query: PageQuery, conditions = query.scope.conditions): Prisma.Sql {
  const { values, count } = slice
  const of = (value: Prisma.Sql) => sliceOfValue(slice, value, { ...query, conditions })
  if (count > FEW_WRITTEN)
    return Prisma.sql`SELECT matching.* FROM unnest(${values}) AS slice (value), LATERAL (${of(Prisma.sql`slice.value`)}) AS matching`
  // As constants: from a row of unnest Postgres starts at the value's first click, not at the bound.
  const slices = Array.from({ length: count }, (_, index) =>
    of(Prisma.sql`(${values})[${Prisma.raw(`${index + 1}`)}]`),
  )
  return Prisma.join(
    slices.map(slice => Prisma.sql`(${slice})`),
    ' UNION ALL ',
  )
}

function sliceOfValue(
  { column, covers }: Slice,
  value: Prisma.Sql,
  query: PageQuery & { conditions: Prisma.Sql[] },
): Prisma.Sql {
  const direction = sqlDirection(query)
  const { low, high } = findBounds(query)
  const lead = leads[column]
  const where = [
    Prisma.sql`(${lead}, occurred_at, id) > (${value}, ${low.occurredAt}::timestamptz, ${low.id}::uuid)`,
    Prisma.sql`(${lead}, occurred_at, id) < (${value}, ${high.occurredAt}::timestamptz, ${high.id}::uuid)`,
    ...(column === 'visitor_kind' ? [Prisma.sql`visitor_kind <> 'human'`] : []),
    // Were its column tied to the value once more, Postgres would start at the value's first click, not at the bound.
    ...query.conditions.filter(condition => condition !== covers),
  ]
  return Prisma.sql`SELECT * FROM click_events WHERE ${Prisma.join(where, ' AND ')}
    ORDER BY ${lead} ${direction}, occurred_at ${direction}, id ${direction} LIMIT ${query.limit}`
}

const leads = {
  product_id: Prisma.sql`product_id`,
  number_id: Prisma.sql`number_id`,
  reason: Prisma.sql`reason`,
  visitor_kind: Prisma.sql`visitor_kind`,
}

type Place = { occurredAt: Date; id: string }

/** One bound on each side: with two on one side, Postgres starts the scan at the looser one (400 ms instead of 0.1). */
function findBounds({ scope, cursor }: PageQuery): { low: Place; high: Place } {
  const start = { ...BEFORE_ALL, occurredAt: scope.start }
  const end = { ...BEFORE_ALL, occurredAt: scope.end }
  if (cursor?.direction === 'newer')
    return { low: cursor.occurredAt < scope.start ? start : cursor, high: end }
  return { low: start, high: cursor && cursor.occurredAt < scope.end ? cursor : end }
}
