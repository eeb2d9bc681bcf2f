import { type DeviceType, type PageType, Prisma } from '../generated/prisma/client'
import type { ClickFilters } from './filters'
import { type ClickScope, kindSql, whereClicks } from './scope'
import type { Span } from './span'

/** The columns of click_totals and click_route_totals, each the clicks of one page type and device. */
const cells = [
  { pageType: 'product', deviceType: 'mobile', column: Prisma.sql`product_mobile` },
  { pageType: 'product', deviceType: 'desktop', column: Prisma.sql`product_desktop` },
  { pageType: 'cart', deviceType: 'mobile', column: Prisma.sql`cart_mobile` },
  { pageType: 'cart', deviceType: 'desktop', column: Prisma.sql`cart_desktop` },
  { pageType: 'checkout', deviceType: 'mobile', column: Prisma.sql`checkout_mobile` },
  { pageType: 'checkout', deviceType: 'desktop', column: Prisma.sql`checkout_desktop` },
  { pageType: 'floating', deviceType: 'mobile', column: Prisma.sql`floating_mobile` },
  { pageType: 'floating', deviceType: 'desktop', column: Prisma.sql`floating_desktop` },
] as const satisfies { pageType: PageType; deviceType: DeviceType; column: Prisma.Sql }[]

/** The page types and devices that the filters let through. */
export function listCells({ pageType, deviceType }: Pick<ClickFilters, 'pageType' | 'deviceType'>) {
  return cells.filter(
    cell =>
      (pageType === null || cell.pageType === pageType) &&
      (deviceType === null || cell.deviceType === deviceType),
  )
}

/** The sum over them, of one row of `totalsOf`. */
export function cellSum(filters: Pick<ClickFilters, 'pageType' | 'deviceType'>): Prisma.Sql {
  return Prisma.join(
    listCells(filters).map(cell => cell.column),
    ' + ',
  )
}

/**
 * The clicks of a scope within a span, as rows shaped like click_totals: from the totals where they can answer, else
 * from the log and the archive. Read from it only what `listCells` names.
 */
export function totalsOf(scope: ClickScope, span: Span): Prisma.Sql {
  const { visitors } = scope.filters
  if (!scope.quarters) return grouped(scope, span)
  const { table, conditions } = scope.quarters
  // All kinds are named one by one, so that the index, which starts with the kind, is used for them too.
  const kinds = visitors === 'everyone' ? Object.values(kindSql) : [kindSql[visitors]]
  const where = [
    Prisma.sql`visitor_kind = ANY(ARRAY[${Prisma.join(kinds)}])`,
    ...conditions,
    Prisma.sql`quarter >= ${span.start} AND quarter < ${span.end}`,
  ]
  return Prisma.sql`(SELECT * FROM ${table} WHERE ${Prisma.join(where, ' AND ')}) AS totals`
}

function grouped(scope: ClickScope, span: Span): Prisma.Sql {
  const sums = cells.map(
    ({ pageType, deviceType, column }) => Prisma.sql`
      coalesce(sum(count) FILTER (WHERE page_type = ${pageType}::page_type AND device_type = ${deviceType}::device_type), 0)
        AS ${column}`,
  )
  const columns = Prisma.sql`page_type, device_type, visitor_kind, kind_reason`
  return Prisma.sql`(
    SELECT quarter, visitor_kind, kind_reason, ${Prisma.join(sums)} FROM ${clicksOf(scope.counting, span, columns)}
    GROUP BY 1, 2, 3
  ) AS totals`
}

/**
 * The clicks within a span that meet the conditions, those of the archive too: the columns asked for, which both must have, with
 * `quarter` and `count`.
 */
export function clicksOf(conditions: Prisma.Sql[], span: Span, columns: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT date_bin('15 minutes', occurred_at, '2000-01-01Z') AS quarter, 1 AS count, ${columns}
    FROM click_events WHERE ${whereClicks(conditions, span)}
    UNION ALL
    SELECT quarter, count, ${columns} FROM archived_clicks WHERE ${whereClicks(conditions, span, 'quarter')}
  ) AS clicks`
}
