import { db } from '../db'
import { askTotals } from './remembered'
import { type ClickQuestion, findClickScope, findFirstClick } from './scope'
import { later } from './span'
import { cellSum } from './totals'
import { findOffsets } from './zone'

/** Clicks by weekday (Monday first) and hour of the store's clocks (0 to 23): `counts[weekday][hour]`. */
export type HeatMap = { counts: number[][]; total: number; most: number }

/** When in the week the clicks that match the filters come. An hour that the clocks repeat counts both times. */
export async function getHeatMap({ filters, timeZone }: ClickQuestion): Promise<HeatMap> {
  const counts = Array.from({ length: 7 }, () => Array<number>(24).fill(0))
  const [scope, first] = await Promise.all([findClickScope({ filters, timeZone }), findFirstClick()])
  if (!scope || !first) return { counts, total: 0, most: 0 }
  const start = later(first, scope.start)
  const span = { start, end: later(scope.end, start) }
  const offsets = findOffsets({ ...span, timeZone })
  const rows = await askTotals({
    name: `week ${timeZone}`,
    scope,
    span,
    ask: totals => db().$queryRaw<{ weekday: number; hour: number; count: number }[]>`
      SELECT extract(isodow FROM clock)::int - 1 AS weekday, extract(hour FROM clock)::int AS hour,
        sum(${cellSum(filters)})::int AS count
      FROM ${totals},
        LATERAL (SELECT (quarter AT TIME ZONE 'UTC') + interval '1 minute' * (${offsets.map(offset => offset.minutes)}::int[])[
          width_bucket(quarter, ${offsets.map(offset => offset.from)}::timestamptz[])] AS clock) AS local
      GROUP BY 1, 2`,
  })
  for (const { weekday, hour, count } of rows) {
    const day = counts[weekday]
    if (day) day[hour] = count
  }
  const flat = counts.flat()
  return { counts, total: flat.reduce((sum, count) => sum + count, 0), most: Math.max(...flat) }
}
