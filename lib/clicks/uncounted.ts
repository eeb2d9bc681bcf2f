import { db } from '../db'
import type { KindReason, VisitorKind } from '../generated/prisma/client'
import { askTotals } from './remembered'
import { type ClickQuestion, type ClickScope, findClickScope, findSpan } from './scope'
import { cellSum } from './totals'

/** `all` = `counted` + the sum of `uncounted`. `unrecorded` clicks were answered but never stored, so they are in none. */
export type Uncounted = {
  all: number
  counted: number
  /** Most first. */
  uncounted: { kind: Exclude<VisitorKind, 'human'>; reason: KindReason | null; count: number }[]
  unrecorded: number
}

/** What was not counted as a click by a person, and why, whatever kind of visitor the filters ask for. */
export async function getUncounted({ filters, timeZone }: ClickQuestion): Promise<Uncounted> {
  const asked = { filters: { ...filters, visitors: 'everyone' as const, kindReason: null }, timeZone }
  const { start, end } = findSpan(asked)
  const [rows, unrecorded] = await Promise.all([
    findClickScope(asked).then(scope => (scope ? countKinds(scope) : [])),
    db().unrecordedClicks.aggregate({
      where: { lastAt: { gte: start }, firstAt: { lt: end } },
      _sum: { count: true },
    }),
  ])
  const sum = (found: { count: number }[]) => found.reduce((total, { count }) => total + count, 0)
  const uncounted = rows.flatMap(({ kind, ...row }) =>
    kind === 'human' || row.count === 0 ? [] : [{ kind, ...row }],
  )
  const counted = sum(rows.filter(({ kind }) => kind === 'human'))
  return { all: counted + sum(uncounted), counted, uncounted, unrecorded: unrecorded._sum.count ?? 0 }
}

function countKinds(scope: ClickScope) {
  return askTotals({
    name: 'not counted',
    scope,
    span: scope,
    ask: totals => db().$queryRaw<{ kind: VisitorKind; reason: KindReason | null; count: number }[]>`
      SELECT visitor_kind AS kind, kind_reason AS reason, sum(${cellSum(scope.filters)})::int AS count
      FROM ${totals} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
  })
}
