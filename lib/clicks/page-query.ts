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

/** Up to so many values, each one's slice of the index is read at once. */
const FEW = 30
/** Where there are more: so many of the newest clicks are looked through first, for each one that is wanted. */
const WALKED_EACH = 80
const WALKED_AT_MOST = 50_000
/** Up to so many values of a slice are written out one by one. */
const FEW_SLICES = 12

/** The clicks from the cursor on, in its direction: newest first, or oldest first for `newer`. */
export async function selectPage(query: PageQuery): Promise<PageRow[]> {
  // Many products are asked for often, so that a page of them is near; else few clicks are theirs, and slices find them.
  if (hasManyValues(query)) {
    const near = await selectNamed(nearby(query), query)
    if (near.length === query.limit) return near
  }
  return selectNamed(matches(query), query)
}

/** How many clicks there are from the cursor on, at most `limit`. */
export async function countPage(query: PageQuery): Promise<number> {
  if (hasManyValues(query) && (await countFound(nearby(query))) === query.limit) return query.limit
  return countFound(matches(query))
}

async function countFound(found: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${found}) found`
  return row?.count ?? 0
}

const hasManyValues = ({ scope }: PageQuery) => scope.slices.reduce((sum, { count }) => sum + count, 0) > FEW

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

function matches(query: PageQuery): Prisma.Sql {
  const { scope, limit } = query
  const direction = sqlDirection(query)
  if (scope.slices.length === 0) return walk(query, scope.conditions)
  const slices = scope.slices.map(slice => Prisma.sql`(${sliceOf(slice, query)})`)
  // A click that two slices hold is one click: UNION, not UNION ALL.
  return Prisma.sql`${Prisma.join(slices, ' UNION ')}
    ORDER BY occurred_at ${direction}, id ${direction} LIMIT ${limit}`
}

/** The matches among the next few thousand clicks; as many as wanted are the nearest of all. */
function nearby(query: PageQuery): Prisma.Sql {
  const { scope, limit } = query
  const direction = sqlDirection(query)
  const near = walk({ ...query, limit: Math.min(limit * WALKED_EACH, WALKED_AT_MOST) }, [])
  return Prisma.sql`SELECT * FROM (${near}) AS near WHERE ${Prisma.join(scope.conditions, ' AND ')}
    ORDER BY occurred_at ${direction}, id ${direction} LIMIT ${limit}`
}

/** Down (or up) the index by time. */
function walk(query: PageQuery, also: Prisma.Sql[]): Prisma.Sql {
  const direction = sqlDirection(query)
  const { low, high } = findBounds(query)
  const conditions = [
    Prisma.sql`(occurred_at, id) > (${low.occurredAt}::timestamptz, ${low.id}::uuid)`,
    Prisma.sql`(occurred_at, id) < (${high.occurredAt}::timestamptz, ${high.id}::uuid)`,
    ...also,
  ]
  return Prisma.sql`SELECT * FROM click_events WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY occurred_at ${direction}, id ${direction} LIMIT ${query.limit}`
}

/**
 * The newest (or oldest) clicks of each value, read off the index that starts with its column. The column takes part
 * in bounds and order, although it is one value: else Postgres may take the value for a common one and walk the index
 * by time, through millions of clicks where it is an old one.
 */
function sliceOf(slice: Slice, query: PageQuery): Prisma.Sql {
  const { values, count } = slice
  const of = (value: Prisma.Sql) => sliceOfValue(slice, value, query)
  if (count > FEW_SLICES)
    return Prisma.sql`SELECT matching.* FROM unnest(${values}) AS slice (value), LATERAL (${of(Prisma.sql`slice.value`)}) AS matching`
  // As constants: from a row of unnest Postgres starts at the value's first click, not at the bound.
  const slices = Array.from({ length: count }, (_, index) =>
    of(Prisma.sql`(${values})[${Prisma.raw(`${index + 1}`)}]`),
  )
  return Prisma.sql`SELECT * FROM (${Prisma.join(
    slices.map(slice => Prisma.sql`(${slice})`),
    ' UNION ALL ',
  )}) AS matching`
}

function sliceOfValue({ column, covers }: Slice, value: Prisma.Sql, query: PageQuery): Prisma.Sql {
  const direction = sqlDirection(query)
  const { low, high } = findBounds(query)
  const lead = leads[column]
  const conditions = [
    Prisma.sql`(${lead}, occurred_at, id) > (${value}, ${low.occurredAt}::timestamptz, ${low.id}::uuid)`,
    Prisma.sql`(${lead}, occurred_at, id) < (${value}, ${high.occurredAt}::timestamptz, ${high.id}::uuid)`,
    ...(column === 'visitor_kind' ? [Prisma.sql`visitor_kind <> 'human'`] : []),
    // Were its column tied to the value once more, Postgres would start at the value's first click, not at the bound.
    ...query.scope.conditions.filter(condition => condition !== covers),
  ]
  return Prisma.sql`SELECT * FROM click_events WHERE ${Prisma.join(conditions, ' AND ')}
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
