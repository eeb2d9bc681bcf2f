import { db } from '../db'
import { Prisma, type RouteReason } from '../generated/prisma/client'
import { monthsOf } from './months'
import { remembered } from './remembered'
import { type ClickQuestion, type ClickScope, findClickScope } from './scope'
import { findPreviousSpan, type Span } from './span'
import { clicksOf } from './totals'

/** Where clicks went and why; `previous` is null where there is no period before. */
export type RouteCount = {
  numberId: number | null
  ruleId: number | null
  reason: RouteReason
  count: number
  previous: number | null
}

/** How many clicks went to each number by each rule or reason, most first, against the period before. */
export async function countRoutes({
  filters,
  timeZone,
  now,
}: ClickQuestion & { now: Date }): Promise<RouteCount[]> {
  const scope = await findClickScope({ filters, timeZone })
  if (!scope) return []
  const previous = findPreviousSpan({ filters, timeZone, now })
  const rows = await remembered({ name: 'routes', scope, previous, ask: () => selectRoutes(scope, previous) })
  return rows.map(row => ({ ...row, previous: previous && row.previous }))
}

async function selectRoutes(scope: ClickScope, previous: Span | null) {
  const before = previous
    ? Prisma.sql`UNION ALL SELECT ${columns}, 0, count FROM ${clicksBy(scope, previous)} AS before`
    : Prisma.empty
  return db().$queryRaw<(RouteCount & { previous: number })[]>`
    SELECT number_id AS "numberId", rule_id AS "ruleId", reason, sum(count)::int AS count, sum(previous)::int AS previous
    FROM (SELECT ${columns}, count, 0 AS previous FROM ${clicksBy(scope, scope)} AS during ${before}) AS both_periods
    GROUP BY ${columns} HAVING sum(count) > 0 OR sum(previous) > 0 ORDER BY 4 DESC, 5 DESC, 1, 2`
}

const columns = Prisma.sql`number_id, rule_id, reason`

/** From the totals of months where those can answer. */
function clicksBy(scope: ClickScope, span: Span): Prisma.Sql {
  const { routes, products } = scope.months
  if (routes?.countsAll)
    return monthsOf('click_route_months', span, { columns, conditions: routes.conditions })
  if (products?.countsAll)
    return monthsOf('click_product_months', span, { columns, conditions: products.conditions })
  return Prisma.sql`(SELECT ${columns}, count FROM ${clicksOf(scope.counting, span, columns)})`
}
