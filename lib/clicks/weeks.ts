import { Prisma } from '../generated/prisma/client'
import { addDays, type Day } from './periods'
import { kindSql } from './scope'
import type { Span } from './span'

const DAY = 24 * 60 * 60_000

/** A span in whole UTC days, from `from` until before `until`, and what that leaves out (1) or takes too much (-1). */
type Cut = { from: Day; until: Day; edges: (Span & { sign: 1 | -1 })[] }

/** The days whose sum is nearest to the span: half a day at most remains to be counted at either end. */
function cutAtDays({ start, end }: Span): Cut {
  const from = nearestMidnight(start)
  const until = nearestMidnight(end)
  if (from >= until)
    return { from: toDay(from), until: toDay(from), edges: start < end ? [{ start, end, sign: 1 }] : [] }
  const edges: Cut['edges'] = []
  if (start < from) edges.push({ start, end: from, sign: 1 })
  if (start > from) edges.push({ start: from, end: start, sign: -1 })
  if (end > until) edges.push({ start: until, end, sign: 1 })
  if (end < until) edges.push({ start: end, end: until, sign: -1 })
  return { from: toDay(from), until: toDay(until), edges }
}

/** Days of the same weeks, as a table of weeks counts them: whole weeks together, the others by their days. */
function listWeekRanges({
  from,
  until,
}: Pick<Cut, 'from' | 'until'>): { first: Day; last: Day; days: number[] }[] {
  const ranges: { first: Day; last: Day; days: number[] }[] = []
  for (let day = from; day < until; ) {
    const monday = mondayOf(day)
    const isWhole = day === monday && addDays(monday, 7) <= until
    const last = isWhole ? addDays(mondayOf(until), -7) : monday
    const next = isWhole ? addDays(last, 7) : addDays(monday, 7)
    const first = weekday(day)
    const end = next <= until ? 7 : weekday(addDays(until, -1)) + 1
    ranges.push({ first: monday, last, days: isWhole ? allDays : allDays.slice(first, end) })
    day = next
  }
  return ranges
}

/**
 * Clicks by people within a span, from a table of weeks and, at the ends of the span, from the clicks themselves: rows of
 * `columns`, which the table and the clicks both have, and `count`, which may be negative; only the sum means anything.
 * `conditions` are on those columns.
 */
export function weeksOf(
  table: 'click_product_weeks' | 'click_route_weeks',
  span: Span,
  { columns, conditions }: { columns: Prisma.Sql; conditions: Prisma.Sql[] },
): Prisma.Sql {
  const cut = cutAtDays(span)
  const also = conditions.map(condition => Prisma.sql` AND ${condition}`)
  const and = also.length > 0 ? Prisma.join(also, '') : Prisma.empty
  const weeks = listWeekRanges(cut).map(
    ({ first, last, days }) => Prisma.sql`
      SELECT ${columns}, ${Prisma.join(
        days.map(day => dayColumns[day] ?? Prisma.empty),
        ' + ',
      )} AS count
      FROM ${tables[table]} WHERE week >= ${first}::date AND week <= ${last}::date ${and}`,
  )
  const edges = cut.edges.flatMap(({ start, end, sign }) => [
    Prisma.sql`SELECT ${columns}, ${sign}::int AS count FROM click_events
      WHERE occurred_at >= ${start} AND occurred_at < ${end} AND visitor_kind = ${kindSql.human} ${and}`,
    Prisma.sql`SELECT ${columns}, ${sign}::int * count FROM archived_clicks
      WHERE quarter >= ${start} AND quarter < ${end} AND visitor_kind = ${kindSql.human} ${and}`,
  ])
  const parts = [...weeks, ...edges]
  const none = Prisma.sql`SELECT ${columns}, 0 AS count FROM ${tables[table]} WHERE false`
  return Prisma.sql`(${parts.length > 0 ? Prisma.join(parts, ' UNION ALL ') : none})`
}

/** The same from a moment on. */
export function weeksSince(
  table: Parameters<typeof weeksOf>[0],
  since: Date,
  what: Parameters<typeof weeksOf>[2],
): Prisma.Sql {
  return weeksOf(table, { start: since, end: farAhead }, what)
}

const farAhead = new Date('2200-01-06T00:00:00Z')

const tables = {
  click_product_weeks: Prisma.sql`click_product_weeks`,
  click_route_weeks: Prisma.sql`click_route_weeks`,
}
const dayColumns = [
  Prisma.sql`mon`,
  Prisma.sql`tue`,
  Prisma.sql`wed`,
  Prisma.sql`thu`,
  Prisma.sql`fri`,
  Prisma.sql`sat`,
  Prisma.sql`sun`,
]
const allDays = dayColumns.map((_, day) => day)

const nearestMidnight = (instant: Date) => new Date(Math.round(instant.getTime() / DAY) * DAY)
const toDay = (instant: Date): Day => instant.toISOString().slice(0, 10)
/** 0 for Monday. */
const weekday = (day: Day) => (new Date(day).getUTCDay() + 6) % 7
const mondayOf = (day: Day) => addDays(day, -weekday(day))
