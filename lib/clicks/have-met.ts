import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import type { ClickScope } from './scope'
import { monthsTouched, type Span } from './span'
import { cellSum, totalsOf } from './totals'

/** Whether totals say that what narrows the clicks ever met: where it did not, the log is a long way to look through. */
export async function haveMet(scope: ClickScope): Promise<boolean> {
  const { products, routes } = scope.months
  const totals = scope.quarters
    ? [Prisma.sql`${totalsOf(scope, scope)} WHERE ${cellSum(scope.filters)} > 0`]
    : [
        // Where they are asked of no product, clicks that name none are among the matches, and those are not there.
        ...(products && !routes?.countsAll
          ? [Prisma.sql`click_product_months WHERE ${inMonths(scope, products.conditions)}`]
          : []),
        ...(routes ? [Prisma.sql`click_route_months WHERE ${inMonths(scope, routes.conditions)}`] : []),
      ]
  if (totals.length === 0) return true
  const exist = totals.map(rows => Prisma.sql`EXISTS (SELECT FROM ${rows})`)
  const [row] = await db().$queryRaw<{ met: boolean }[]>`SELECT ${Prisma.join(exist, ' AND ')} AS met`
  return row?.met ?? true
}

/** On `click_product_months` or `click_route_months`: counted at all, in the months that a span touches. */
export function inMonths(span: Span, conditions: Prisma.Sql[]): Prisma.Sql {
  const { first, last } = monthsTouched(span)
  const within = Prisma.sql`month BETWEEN ${first}::date AND ${last}::date AND clicks > 0`
  return Prisma.join([within, ...conditions], ' AND ')
}
