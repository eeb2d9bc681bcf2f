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

/** `days` of the months from `first` to `last`: from one day to another of a single month, or all days. */
type MonthRange = { first: Day; last: Day; days: { from: number; to: number } | 'all' }

/** Whole months together, the others by their days. */
function listMonthRanges({ from, until }: Pick<Cut, 'from' | 'until'>): MonthRange[] {
  const ranges: MonthRange[] = []
  for (let day = from; day < until; ) {
    const month = monthOf(day)
    if (day === month && month < monthOf(until)) {
      ranges.push({ first: month, last: monthOf(addDays(monthOf(until), -1)), days: 'all' })
      day = monthOf(until)
    } else {
      const next = monthOf(addDays(month, 31))
      const end = next < until ? next : until
      ranges.push({
        first: month,
        last: month,
        days: { from: dayOfMonth(day), to: dayOfMonth(addDays(end, -1)) },
      })
      day = end
    }
  }
  return ranges
}

/**
 * Clicks by people within a span, from a table of months and, at the ends of the span, from the clicks themselves: rows of
 * `columns`, which the table and the clicks both have, and `count`, which may be negative; only the sum means anything.
 * `conditions` are on those columns.
 */
export function monthsOf(
  table: 'click_product_months' | 'click_route_months',
  span: Span,
  { columns, conditions }: { columns: Prisma.Sql; conditions: Prisma.Sql[] },
): Prisma.Sql {
  const cut = cutAtDays(span)
  const also = conditions.map(condition => Prisma.sql` AND ${condition}`)
  const and = also.length > 0 ? Prisma.join(also, '') : Prisma.empty
  const months = listMonthRanges(cut).map(
    ({ first, last, days }) => Prisma.sql`
      SELECT ${columns}, ${sumOf(days)} AS count
      FROM ${tables[table]} WHERE month >= ${first}::date AND month <= ${last}::date ${and}`,
  )
  const edges = cut.edges.flatMap(({ start, end, sign }) => [
    Prisma.sql`SELECT ${columns}, ${sign}::int AS count FROM click_events
      WHERE occurred_at >= ${start} AND occurred_at < ${end} AND visitor_kind = ${kindSql.human} ${and}`,
    Prisma.sql`SELECT ${columns}, ${sign}::int * count FROM archived_clicks
      WHERE quarter >= ${start} AND quarter < ${end} AND visitor_kind = ${kindSql.human} ${and}`,
  ])
  const parts = [...months, ...edges]
  const none = Prisma.sql`SELECT ${columns}, 0 AS count FROM ${tables[table]} WHERE false`
  return Prisma.sql`(${parts.length > 0 ? Prisma.join(parts, ' UNION ALL ') : none})`
}

/** The same from a moment on. */
export function monthsSince(
  table: Parameters<typeof monthsOf>[0],
  since: Date,
  what: Parameters<typeof monthsOf>[2],
): Prisma.Sql {
  return monthsOf(table, { start: since, end: farAhead }, what)
}

const farAhead = new Date('2200-01-01T00:00:00Z')

const tables = {
  click_product_months: Prisma.sql`click_product_months`,
  click_route_months: Prisma.sql`click_route_months`,
}

/** The columns of days `d1` to `d31`, added up. */
function sumOf(days: MonthRange['days']): Prisma.Sql {
  if (days === 'all') return Prisma.sql`clicks`
  const columns = Array.from({ length: days.to - days.from + 1 }, (_, index) => `d${days.from + index}`)
  return Prisma.raw(columns.join(' + '))
}

const nearestMidnight = (instant: Date) => new Date(Math.round(instant.getTime() / DAY) * DAY)
const toDay = (instant: Date): Day => instant.toISOString().slice(0, 10)
const monthOf = (day: Day): Day => `${day.slice(0, 8)}01`
const dayOfMonth = (day: Day) => Number(day.slice(8))
