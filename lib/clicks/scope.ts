import { db } from '../db'
import { DeviceType, PageType, Prisma, RouteReason, VisitorKind } from '../generated/prisma/client'
import type { ClickFilters } from './filters'
import { addDays, startOfDay } from './periods'
import { findCategoryProducts, findSearch, onProducts, type Slice } from './search'
import type { Span } from './span'

/** What every question about clicks is asked of. Days are those of `timeZone`, an IANA name. */
export type ClickQuestion = { filters: ClickFilters; timeZone: string }

/** The clicks before `end` and not before `start` that meet all conditions. */
export type ClickScope = Span & {
  filters: ClickFilters
  /** On columns that `click_events` and `archived_clicks` share. */
  conditions: Prisma.Sql[]
  /** Nothing but page type, device, kind of visitor and time narrows it: click_totals can answer. */
  isPlain: boolean
  /** The slices of an index that hold every match; none: the whole period. */
  slices: Slice[]
}

/** Before every click there can be. */
const FIRST = new Date('2000-01-01T00:00:00Z')

/** Enum values as constants: with parameters Postgres can't tell that a partial index holds them. */
export const kindSql = constants(Object.values(VisitorKind), 'visitor_kind')
export const reasonSql = constants(Object.values(RouteReason), 'route_reason')
const pageTypeSql = constants(Object.values(PageType), 'page_type')
const deviceTypeSql = constants(Object.values(DeviceType), 'device_type')

/** Shared by every question, so that their figures agree. Null: nothing can match. */
export async function findClickScope({ filters, timeZone }: ClickQuestion): Promise<ClickScope | null> {
  const { from, to, visitors, pageType, deviceType, numberId, productId, categoryId, reason } = filters
  const [search, categoryProducts] = await Promise.all([
    findSearch(filters.q),
    categoryId === null ? null : findCategoryProducts([categoryId]),
  ])
  if (!search || categoryProducts?.count === 0) return null
  const start = from ? startOfDay(from, timeZone) : FIRST
  const end = startOfDay(addDays(to, 1), timeZone)
  if (
    visitors === 'human' &&
    numberId !== null &&
    reason &&
    !(await haveMet({ numberId, reason, start, end }))
  )
    return null
  const own: Own = {
    ...(visitors !== 'everyone' && { visitor_kind: Prisma.sql`visitor_kind = ${kindSql[visitors]}` }),
    ...(numberId !== null && { number_id: Prisma.sql`number_id = ${numberId}` }),
    ...(productId !== null && { product_id: Prisma.sql`product_id = ${productId}` }),
    ...(reason && { reason: Prisma.sql`reason = ${reasonSql[reason]}` }),
  }
  const conditions = [...search.conditions, ...Object.values(own)]
  if (pageType) conditions.push(Prisma.sql`page_type = ${pageTypeSql[pageType]}`)
  if (deviceType) conditions.push(Prisma.sql`device_type = ${deviceTypeSql[deviceType]}`)
  if (categoryProducts) conditions.push(onProducts(categoryProducts))
  const isPlain =
    filters.q === '' && numberId === null && productId === null && categoryId === null && reason === null
  return {
    start,
    end,
    filters,
    conditions,
    isPlain,
    slices: chooseSlices({ filters, own, category: categoryProducts, search: search.slices }),
  }
}

/** Whether people's clicks went to the number for the reason at all: two common values that never meet are a long way to walk. */
async function haveMet({
  numberId,
  reason,
  start,
  end,
}: Span & { numberId: number; reason: RouteReason }): Promise<boolean> {
  const [row] = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM click_route_weeks WHERE number_id = ${numberId} AND reason = ${reasonSql[reason]}
      AND week > (${start}::timestamptz AT TIME ZONE 'UTC')::date - 7 AND week <= (${end}::timestamptz AT TIME ZONE 'UTC')::date
    LIMIT 1`
  return row !== undefined
}

/** What stands behind WHERE, on `click_events`, or with `quarter` on `archived_clicks`. */
export function whereClicks(
  { conditions }: Pick<ClickScope, 'conditions'>,
  { start, end }: Span,
  time: 'occurred_at' | 'quarter' = 'occurred_at',
): Prisma.Sql {
  const column = time === 'quarter' ? Prisma.sql`quarter` : Prisma.sql`occurred_at`
  return Prisma.join(
    [Prisma.sql`${column} >= ${start}`, Prisma.sql`${column} < ${end}`, ...conditions],
    ' AND ',
  )
}

type Own = Partial<Record<Slice['column'], Prisma.Sql>>

/** The narrowest first: a product, what was searched for, one of the rare kinds, a category, a number, a reason. */
function chooseSlices({
  filters: { productId, visitors, numberId, reason },
  own,
  category,
  search,
}: {
  filters: ClickFilters
  own: Own
  category: { ids: string; count: number } | null
  search: Slice[]
}): Slice[] {
  const one = (column: Slice['column'], values: Prisma.Sql): Slice[] => [
    { column, values, count: 1, covers: own[column] },
  ]
  if (productId !== null) return one('product_id', Prisma.sql`ARRAY[${productId}]::bigint[]`)
  if (search.length > 0) return search
  if (visitors !== 'everyone' && visitors !== 'human')
    return one('visitor_kind', Prisma.sql`ARRAY[${kindSql[visitors]}]`)
  if (category)
    return [{ column: 'product_id', values: Prisma.sql`${category.ids}::bigint[]`, count: category.count }]
  if (numberId !== null) return one('number_id', Prisma.sql`ARRAY[${numberId}]::int[]`)
  if (reason) return one('reason', Prisma.sql`ARRAY[${reasonSql[reason]}]`)
  return []
}

/** The first click there ever was, among those that the totals count; null: none. */
export async function findFirstClick(): Promise<Date | null> {
  const [row] = await db().$queryRaw<{ first: Date | null }[]>`
    SELECT min(first) AS first FROM unnest(enum_range(NULL::visitor_kind)) AS kind,
      LATERAL (SELECT min(quarter) AS first FROM click_totals WHERE visitor_kind = kind) AS of_kind`
  return row?.first ?? null
}

function constants<T extends string>(values: T[], type: string): Record<T, Prisma.Sql> {
  return Object.fromEntries(values.map(value => [value, Prisma.raw(`'${value}'::${type}`)])) as Record<
    T,
    Prisma.Sql
  >
}
