import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { monthsOf } from './months'
import { countPage } from './page-query'
import { getRetention } from './retention'
import { type ClickQuestion, type ClickScope, findClickScope } from './scope'
import { earlier, later, type Span } from './span'
import { cellSum, totalsOf } from './totals'

/** The rows of the table: `count` of them, or more where it is not `exact`; and the clicks kept as totals only. */
export type ClickCount = { count: number; exact: boolean; archived: number }

const COUNTED_UP_TO = 10_000

/** How many clicks match: exactly where the totals can tell, else counted up to 10,000. */
export async function countClicks({ filters, timeZone }: ClickQuestion): Promise<ClickCount> {
  const [scope, retention] = await Promise.all([findClickScope({ filters, timeZone }), getRetention()])
  if (!scope) return { count: 0, exact: true, archived: 0 }
  const exactly = exactCount(scope)
  const cut = earlier(later(retention.archivedBefore ?? scope.start, scope.start), scope.end)
  const hasArchive = cut > scope.start
  const [after, all, rowsBefore] = await Promise.all([
    exactly ? exactly({ start: cut, end: scope.end }) : countRows(scope),
    hasArchive ? (exactly ?? countTotals(scope))({ start: scope.start, end: cut }) : 0,
    // Clicks that came late are rows until the next run.
    hasArchive ? countRows({ ...scope, end: cut }) : 0,
  ])
  const count = exactly ? after + rowsBefore : after
  const exact = exactly !== null || count <= COUNTED_UP_TO
  return { count: exact ? count : COUNTED_UP_TO, exact, archived: Math.max(0, all - rowsBefore) }
}

type Count = (span: Span) => Promise<number>

/** How totals count the scope within a span; null where they can't tell. */
function exactCount(scope: ClickScope): Count | null {
  const { products, routes } = scope.months
  if (routes?.countsAll) return countMonths('click_route_months', routes.conditions)
  if (products?.countsAll) return countMonths('click_product_months', products.conditions)
  return scope.quarters ? countTotals(scope) : null
}

const countTotals =
  (scope: ClickScope): Count =>
  span =>
    sum(Prisma.sql`SELECT ${cellSum(scope.filters)} AS count FROM ${totalsOf(scope, span)}`)

const countMonths =
  (table: Parameters<typeof monthsOf>[0], conditions: Prisma.Sql[]): Count =>
  span =>
    sum(monthsOf(table, span, { columns: Prisma.sql`1`, conditions }))

async function sum(counts: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT coalesce(sum(count), 0)::int AS count FROM (${counts}) AS counts`
  return row?.count ?? 0
}

const countRows = (scope: ClickScope) => countPage({ scope, cursor: null, limit: COUNTED_UP_TO + 1 })
