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

type Table = 'click_product_months' | 'click_route_months'
/** Columns that the table and the clicks both have, and conditions on such. */
type What = { columns: Prisma.Sql; conditions: Prisma.Sql[] }

/**
 * Clicks by people within a span, from a table of months and, at the ends of the span, from the clicks themselves: rows of
 * `columns` and `count`, which may be negative; only the sum means anything.
 */
export function monthsOf(table: Table, span: Span, what: What): Prisma.Sql {
  return monthsOfSpans(table, { count: span }, what)
}

/** The same from a moment on. */
export function monthsSince(table: Table, since: Date, what: What): Prisma.Sql {
  return monthsOf(table, { start: since, end: farAhead }, what)
}

/** The same of several spans, a column each by its name: what two of them touch is read once. */
export function monthsOfSpans(
  table: Table,
  spans: Record<string, Span>,
  { columns, conditions }: What,
): Prisma.Sql {
  const parts = new Map<string, { from: Prisma.Sql; counts: Map<string, Prisma.Sql> }>()
  for (const [name, span] of Object.entries(spans))
    for (const { from, count } of listParts(table, span)) {
      const key = JSON.stringify([from.sql, from.values])
      const part = parts.get(key) ?? { from, counts: new Map() }
      parts.set(key, { from, counts: part.counts.set(name, count) })
    }
  const selects = [...parts.values()].map(({ from, counts }) => {
    const each = Object.keys(spans).map(
      name => Prisma.sql`${counts.get(name) ?? Prisma.sql`0`} AS ${Prisma.raw(name)}`,
    )
    return Prisma.sql`SELECT ${columns}, ${Prisma.join(each)} FROM ${Prisma.join([from, ...conditions], ' AND ')}`
  })
  const zeros = Object.keys(spans).map(name => Prisma.sql`0 AS ${Prisma.raw(name)}`)
  const none = Prisma.sql`SELECT ${columns}, ${Prisma.join(zeros)} FROM ${tables[table]} WHERE false`
  return Prisma.sql`(${selects.length > 0 ? Prisma.join(selects, ' UNION ALL ') : none})`
}

/** What a span is made of: where from, and what each row there adds. */
function listParts(table: Table, span: Span): { from: Prisma.Sql; count: Prisma.Sql }[] {
  const cut = cutAtDays(span)
  const months = listMonthRanges(cut).map(({ first, last, days }) => ({
    from: Prisma.sql`${tables[table]} WHERE month >= ${first}::date AND month <= ${last}::date`,
    count: sumOf(days),
  }))
  const isHuman = Prisma.sql`visitor_kind = ${kindSql.human}`
  const edges = cut.edges.flatMap(({ start, end, sign }) => [
    {
      from: Prisma.sql`click_events WHERE occurred_at >= ${start} AND occurred_at < ${end} AND ${isHuman}`,
      count: Prisma.raw(`${sign}`),
    },
    {
      from: Prisma.sql`archived_clicks WHERE quarter >= ${start} AND quarter < ${end} AND ${isHuman}`,
      count: Prisma.raw(`${sign} * count`),
    },
  ])
  return [...months, ...edges]
}

const farAhead = new Date('2200-01-01T00:00:00Z')

const tables = {
  click_product_months: Prisma.sql`click_product_months`,
  click_route_months: Prisma.sql`click_route_months`,
}

/** The columns of days `d1` to `d31`, added up, or all but the others where those are fewer. */
function sumOf(days: MonthRange['days']): Prisma.Sql {
  if (days === 'all') return Prisma.sql`clicks`
  const isWanted = (day: number) => day >= days.from && day <= days.to
  const wanted = allDays.filter(isWanted).map(day => `d${day}`)
  const others = allDays.filter(day => !isWanted(day)).map(day => `d${day}`)
  return Prisma.raw(wanted.length <= others.length ? wanted.join(' + ') : ['clicks', ...others].join(' - '))
}

const allDays = Array.from({ length: 31 }, (_, index) => index + 1)

const nearestMidnight = (instant: Date) => new Date(Math.round(instant.getTime() / DAY) * DAY)
const toDay = (instant: Date): Day => instant.toISOString().slice(0, 10)
const monthOf = (day: Day): Day => `${day.slice(0, 8)}01`
const dayOfMonth = (day: Day) => Number(day.slice(8))
