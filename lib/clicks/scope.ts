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
  const conditions = [...search.conditions]
  if (visitors !== 'everyone') conditions.push(Prisma.sql`visitor_kind = ${kindSql[visitors]}`)
  if (pageType) conditions.push(Prisma.sql`page_type = ${pageTypeSql[pageType]}`)
  if (deviceType) conditions.push(Prisma.sql`device_type = ${deviceTypeSql[deviceType]}`)
  if (numberId !== null) conditions.push(Prisma.sql`number_id = ${numberId}`)
  if (productId !== null) conditions.push(Prisma.sql`product_id = ${productId}`)
  if (categoryProducts) conditions.push(onProducts(categoryProducts))
  if (reason) conditions.push(Prisma.sql`reason = ${reasonSql[reason]}`)
  const isPlain =
    filters.q === '' && numberId === null && productId === null && categoryId === null && reason === null
  return {
    start: from ? startOfDay(from, timeZone) : FIRST,
    end: startOfDay(addDays(to, 1), timeZone),
    filters,
    conditions,
    isPlain,
    slices: chooseSlices(filters, categoryProducts, search.slices),
  }
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

/** The narrowest first: a product, what was searched for, one of the rare kinds, a category, a number, a reason. */
function chooseSlices(
  { productId, visitors, numberId, reason }: ClickFilters,
  category: { ids: string; count: number } | null,
  search: Slice[],
): Slice[] {
  if (productId !== null)
    return [{ column: 'product_id', values: Prisma.sql`ARRAY[${productId}]::bigint[]`, count: 1 }]
  if (search.length > 0) return search
  if (visitors !== 'everyone' && visitors !== 'human')
    return [{ column: 'visitor_kind', values: Prisma.sql`ARRAY[${kindSql[visitors]}]`, count: 1 }]
  if (category)
    return [{ column: 'product_id', values: Prisma.sql`${category.ids}::bigint[]`, count: category.count }]
  if (numberId !== null)
    return [{ column: 'number_id', values: Prisma.sql`ARRAY[${numberId}]::int[]`, count: 1 }]
  if (reason) return [{ column: 'reason', values: Prisma.sql`ARRAY[${reasonSql[reason]}]`, count: 1 }]
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
