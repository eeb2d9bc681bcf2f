import type { ClickFilters } from './filters'
import { addDays, type Day, dayAt, isRunning, previousDays, startOfDay } from './periods'

/** From `start` until before `end`. */
export type Span = { start: Date; end: Date }

const QUARTER = 15 * 60_000

/**
 * The days just before those of the filters, as many of them. A period that has not ended is held against as much of
 * the one before, so that a morning is not compared with a whole day. Null for all time, which has no before.
 */
export function findPreviousSpan({
  filters: { from, to },
  timeZone,
  now,
}: {
  filters: Pick<ClickFilters, 'from' | 'to'>
  timeZone: string
  now: Date
}): Span | null {
  if (!from) return null
  const before = previousDays({ from, to })
  const start = startOfDay(before.from, timeZone)
  const end = startOfDay(from, timeZone)
  const today = dayAt(now, timeZone)
  if (!isRunning({ from, to }, today)) return { start, end }
  const daysBack = Math.round((Date.parse(from) - Date.parse(before.from)) / 86_400_000)
  const sinceMidnight = now.getTime() - startOfDay(today, timeZone).getTime()
  const sameTime = startOfDay(addDays(today, -daysBack), timeZone).getTime() + sinceMidnight
  return { start, end: earlier(quarterEnd(new Date(sameTime)), end) }
}

/** Totals are kept by the quarter of an hour: where the one that an instant is in ends. */
export function quarterEnd(instant: Date): Date {
  return new Date(Math.ceil(instant.getTime() / QUARTER) * QUARTER)
}

export const later = (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime()))
export const earlier = (a: Date, b: Date) => new Date(Math.min(a.getTime(), b.getTime()))

/** The first and the last UTC month that a span touches, as their first days. */
export function monthsTouched({ start, end }: Span): { first: Day; last: Day } {
  const monthAt = (instant: Date) => `${instant.toISOString().slice(0, 7)}-01`
  return { first: monthAt(start), last: monthAt(end) }
}
