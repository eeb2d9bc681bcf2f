import { db } from '../db'
import {
  DeviceType,
  KindReason,
  PageType,
  Prisma,
  RouteReason,
  VisitorKind,
} from '../generated/prisma/client'
import type { ClickFilters } from './filters'
import { addDays, startOfDay } from './periods'
import {
  findCategoryProducts,
  findSearch,
  gatherIds,
  type ProductIds,
  productSlice,
  type Search,
  type Slice,
} from './search'
import { later, monthsTouched, type Span } from './span'

/** What every question about clicks is asked of. Days are those of `timeZone`, an IANA name. */
export type ClickQuestion = { filters: ClickFilters; timeZone: string }

/** The clicks before `end` and not before `start` that meet all conditions. */
export type ClickScope = Span & {
  filters: ClickFilters
  /** On columns that `click_events` and `archived_clicks` share. */
  conditions: Prisma.Sql[]
  /** Where all of it is counted by quarters of an hour, pages and devices; null: nowhere. */
  quarters: Totals | null
  /** What totals of months know of it; null where nothing. */
  months: { products: MonthTotals | null; routes: MonthTotals | null }
  /** The slices of an index that hold every match; none: the whole period. */
  slices: Slice[]
  /** The conditions that the slices leave open, but that people clicked: most clicks are theirs. */
  narrowing: Prisma.Sql[]
  /** The conditions where every match is counted: Postgres may look products up in their index, if there are few clicks on them. */
  counting: Prisma.Sql[]
}

/** A table and conditions on its columns, but for time and kind of visitor. */
type Totals = { table: Prisma.Sql; conditions: Prisma.Sql[] }

/**
 * Conditions on the columns of one table, which every match meets; with `countsAll` nothing else meets them, among the clicks
 * that the table has: `click_product_months` has those that name a product.
 */
type MonthTotals = { conditions: Prisma.Sql[]; countsAll: boolean }

/** Before every click there can be. */
const FIRST = new Date('2000-01-01T00:00:00Z')

const DAY = 24 * 60 * 60_000

/** Enum values as constants: with parameters Postgres can't tell that a partial index holds them. */
export const kindSql = constants(Object.values(VisitorKind), 'visitor_kind')
const reasonSql = constants(Object.values(RouteReason), 'route_reason')
const kindReasonSql = constants(Object.values(KindReason), 'kind_reason')
const pageTypeSql = constants(Object.values(PageType), 'page_type')
const deviceTypeSql = constants(Object.values(DeviceType), 'device_type')

/** Shared by every question, so that their figures agree. Null: nothing can match. */
export async function findClickScope({ filters, timeZone }: ClickQuestion): Promise<ClickScope | null> {
  const { visitors, pageType, deviceType, numberId, productId, categoryId, reason, q } = filters
  const { ruleId, kindReason } = filters
  const { start, end } = findSpan({ filters, timeZone })
  const [search, categoryProducts, ruleProducts] = await Promise.all([
    findSearch(q),
    categoryId === null ? null : findCategoryProducts([categoryId]),
    ruleId === null || visitors !== 'human' ? null : findRuleProducts(ruleId, { start, end }),
  ])
  if (!search || categoryProducts?.count === 0 || ruleProducts?.count === 0) return null
  const own: Own = {
    ...(visitors !== 'everyone' && { visitor_kind: Prisma.sql`visitor_kind = ${kindSql[visitors]}` }),
    ...(numberId !== null && { number_id: Prisma.sql`number_id = ${numberId}` }),
    ...(productId !== null && { product_id: Prisma.sql`product_id = ${productId}` }),
    ...(reason && { reason: Prisma.sql`reason = ${reasonSql[reason]}` }),
  }
  const conditions = [...search.conditions, ...Object.values(own)]
  if (pageType) conditions.push(Prisma.sql`page_type = ${pageTypeSql[pageType]}`)
  if (deviceType) conditions.push(Prisma.sql`device_type = ${deviceTypeSql[deviceType]}`)
  const rule = ruleId === null ? null : Prisma.sql`rule_id = ${ruleId}`
  if (rule) conditions.push(rule)
  const cause = kindReason && Prisma.sql`kind_reason = ${kindReasonSql[kindReason]}`
  if (cause) conditions.push(cause)
  const category = categoryProducts && productSlice(categoryProducts)
  if (category) conditions.push(category.covers)
  const onRule = ruleProducts && productSlice(ruleProducts)
  if (onRule) conditions.push(onRule.covers)
  const asksOfProducts = productId !== null || categoryId !== null || search.conditions.length > 0
  const slices = chooseSlices({ filters, own, products: category ?? onRule, search: search.slices })
  const isHuman = visitors === 'human' ? own.visitor_kind : null
  return {
    start,
    end,
    filters,
    conditions,
    quarters: asksOfProducts || rule ? null : findQuarters(own, cause),
    months: findMonths({ filters, own, rule, search, category, asksOfProducts }),
    slices,
    narrowing: conditions.filter(
      condition => condition !== isHuman && slices.every(({ covers }) => covers !== condition),
    ),
    counting: conditions.map(condition => boundsOf(condition, slices)),
  }
}

/** From the first moment of the filters' days to the last. */
export function findSpan({ filters: { from, to }, timeZone }: ClickQuestion): Span {
  return {
    start: from ? startOfDay(from, timeZone) : FIRST,
    end: startOfDay(addDays(to, 1), timeZone),
  }
}

/** A row of `click_route_totals` is of a number or of a reason: of both together nothing is kept. */
function findQuarters({ number_id: number, reason }: Own, cause: Prisma.Sql | null): Totals | null {
  if (number && reason) return null
  const because = cause ? [cause] : []
  if (!number && !reason) return { table: Prisma.sql`click_totals`, conditions: because }
  return {
    table: Prisma.sql`click_route_totals`,
    // The column that is null, too, so that the index leads to the time.
    conditions: [number ?? Prisma.sql`number_id IS NULL`, reason ?? Prisma.sql`reason IS NULL`, ...because],
  }
}

/** The products that people's clicks by a rule were on, in the months of a span and of the one as long before it. */
function findRuleProducts(ruleId: number, { start, end }: Span): Promise<ProductIds> {
  const before = new Date(2 * start.getTime() - end.getTime() - DAY)
  const { first, last } = monthsTouched({ start: later(before, FIRST), end })
  return gatherIds(Prisma.sql`
    SELECT DISTINCT product_id AS id FROM click_product_months
    WHERE month BETWEEN ${first}::date AND ${last}::date AND rule_id = ${ruleId} AND clicks > 0`)
}

/** Totals of months are of clicks by people, whatever the page and the device. */
function findMonths({
  filters: { visitors, pageType, deviceType, productId },
  own,
  rule,
  search,
  category,
  asksOfProducts,
}: {
  filters: ClickFilters
  own: Own
  rule: Prisma.Sql | null
  search: Search
  category: Slice | null
  asksOfProducts: boolean
}): ClickScope['months'] {
  if (visitors !== 'human' || pageType !== null || deviceType !== null)
    return { products: null, routes: null }
  const onProducts = [
    own.product_id,
    category?.covers,
    ...(search.isOnProducts ? search.conditions : []),
  ].filter(isDefined)
  const onRoutes = [own.number_id, own.reason, rule ?? undefined].filter(isDefined)
  const countsAll = search.isOnProducts
  const knowsProducts = productId !== 0 && (countsAll || onProducts.length > 0)
  return {
    products: knowsProducts ? { conditions: [...onProducts, ...onRoutes], countsAll } : null,
    routes: { conditions: onRoutes, countsAll: !asksOfProducts },
  }
}

const isDefined = <T>(value: T | undefined): value is T => value !== undefined

/** What a slice of products covers, as bounds of its index. */
function boundsOf(condition: Prisma.Sql, [slice, ...others]: Slice[]): Prisma.Sql {
  const isCovered = slice?.covers === condition && slice.column === 'product_id' && others.length === 0
  return isCovered ? Prisma.sql`product_id = ANY(${slice.values})` : condition
}

/** What stands behind WHERE, on `click_events`, or with `quarter` on `archived_clicks`. */
export function whereClicks(
  conditions: Prisma.Sql[],
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

/** The narrowest first: a product, what was searched for, one of the rare kinds, products of a category or rule, a number, a reason. */
function chooseSlices({
  filters: { productId, visitors, numberId, reason },
  own,
  products,
  search,
}: {
  filters: ClickFilters
  own: Own
  products: Slice | null
  search: Slice[]
}): Slice[] {
  const one = (column: Slice['column'], values: Prisma.Sql): Slice[] => [
    { column, values, count: 1, covers: own[column] },
  ]
  if (productId !== null) return one('product_id', Prisma.sql`ARRAY[${productId}]::bigint[]`)
  if (search.length > 0) return search
  if (visitors !== 'everyone' && visitors !== 'human')
    return one('visitor_kind', Prisma.sql`ARRAY[${kindSql[visitors]}]`)
  if (products) return [products]
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
