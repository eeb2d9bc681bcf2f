/** A calendar day, "2026-11-23". What day it is, and when it starts, is the store's time zone's business. */
export type Day = string

export type BucketUnit = 'hour' | 'day' | 'week' | 'month'
export type Buckets = { unit: BucketUnit; starts: Date[]; end: Date }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const formatters = new Map<string, Intl.DateTimeFormat>()

/** The day it is at `instant` in `timeZone` (an IANA name). */
export function dayAt(instant: Date, timeZone: string): Day {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter.format(instant)
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * 24 * HOUR).toISOString().slice(0, 10)
}

/** How many days from `from` to `to`, both included. */
export function countDays(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * HOUR)) + 1
}

/**
 * The first minute of a day. Found by halving, because a day need not start at midnight:
 * clocks that go forward at 00:00 (Cairo, Beirut) start it at 01:00.
 */
export function startOfDay(day: Day, timeZone: string): Date {
  const midnight = Date.parse(day)
  let before = (midnight - 16 * HOUR) / MINUTE
  let after = (midnight + 16 * HOUR) / MINUTE
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayAt(new Date(middle * MINUTE), timeZone) < day) before = middle
    else after = middle
  }
  return new Date(after * MINUTE)
}

/** Cuts whole days into at most about a hundred buckets that start where the store's clock says. */
export function buildBuckets({ from, to, timeZone }: { from: Day; to: Day; timeZone: string }): Buckets {
  const end = startOfDay(addDays(to, 1), timeZone)
  const days = countDays(from, to)
  if (days === 1) return { unit: 'hour', starts: hoursUntil(startOfDay(from, timeZone), end), end }
  const unit = days <= 92 ? 'day' : days <= 550 ? 'week' : 'month'
  const starts: Date[] = []
  for (let day = from; day <= to; day = next(day, unit)) starts.push(startOfDay(day, timeZone))
  return { unit, starts, end }
}

/** A day of 23 or 25 hours gets as many. */
function hoursUntil(start: Date, end: Date): Date[] {
  const count = Math.ceil((end.getTime() - start.getTime()) / HOUR)
  return Array.from({ length: count }, (_, hour) => new Date(start.getTime() + hour * HOUR))
}

function next(day: Day, unit: BucketUnit): Day {
  if (unit === 'day') return addDays(day, 1)
  if (unit === 'week') return addDays(day, 7)
  const date = new Date(day)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString().slice(0, 10)
}
