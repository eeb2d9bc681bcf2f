/** A calendar day, "2026-11-23". What day it is, and when it starts, is the store's time zone's business. */
export type Day = string

export const units = ['hour', 'day', 'week', 'month'] as const
export type BucketUnit = (typeof units)[number]
export type Buckets = { unit: BucketUnit; starts: Date[]; end: Date }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Every zone's offset is a multiple of it. */
const QUARTER = 15 * MINUTE
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

/**
 * Cuts whole days into buckets that start where the store's clock says: by `unit` where that gives a readable number of
 * them, else by the unit that gives at most about a hundred.
 */
export function buildBuckets({
  from,
  to,
  timeZone,
  unit,
}: {
  from: Day
  to: Day
  timeZone: string
  unit?: BucketUnit | null
}): Buckets {
  const end = startOfDay(addDays(to, 1), timeZone)
  const chosen = unit && listUnits({ from, to }).includes(unit) ? unit : usualUnit(countDays(from, to))
  if (chosen === 'hour')
    return { unit: chosen, starts: listHours({ start: startOfDay(from, timeZone), end, timeZone }), end }
  const starts: Date[] = []
  for (let day = from; day <= to; day = next(day, chosen)) starts.push(startOfDay(day, timeZone))
  return { unit: chosen, starts, end }
}

/** The units that cut these days into neither one bucket nor more than a screen can show, finest first. */
export function listUnits({ from, to }: { from: Day; to: Day }): BucketUnit[] {
  const days = countDays(from, to)
  const limits: Record<BucketUnit, [least: number, most: number]> = {
    hour: [1, 8],
    day: [2, 400],
    week: [14, 3_700],
    month: [32, Number.POSITIVE_INFINITY],
  }
  return units.filter(unit => days >= limits[unit][0] && days <= limits[unit][1])
}

/** Whether these days have begun and not ended. */
export function isRunning({ from, to }: { from: Day; to: Day }, today: Day): boolean {
  return from <= today && today <= to
}

/** As many days, just before. */
export function previousDays({ from, to }: { from: Day; to: Day }): { from: Day; to: Day } {
  return { from: addDays(from, -countDays(from, to)), to: addDays(from, -1) }
}

/**
 * The buckets cut out of as many days, just before: each of the same days and hours of the store's clocks, so that a month is
 * held against as many days, and all of them add up.
 */
export function previousStarts({ unit, starts, end }: Buckets, timeZone: string): Date[] {
  const [first = end] = starts
  const [from, to] = [dayAt(first, timeZone), dayAt(new Date(end.getTime() - 1), timeZone)]
  const daysBack = countDays(from, to)
  const dayBefore = (start: Date) => addDays(dayAt(start, timeZone), -daysBack)
  if (unit !== 'hour') return starts.map(start => startOfDay(dayBefore(start), timeZone))
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  const hours = listHours({ start: startOfDay(addDays(from, -daysBack), timeZone), end: first, timeZone })
  const written = hours.map(hour => `${dayAt(hour, timeZone)} ${clock.format(hour)}`)
  return starts.map((start, index) => {
    const wanted = `${dayBefore(start)} ${clock.format(start)}`
    // A day need not begin at midnight; the one before begins with it all the same.
    return hours[index === 0 ? 0 : written.findIndex(hour => hour >= wanted)] ?? first
  })
}

function usualUnit(days: number): BucketUnit {
  if (days === 1) return 'hour'
  if (days <= 92) return 'day'
  return days <= 550 ? 'week' : 'month'
}

/**
 * Where the store's clocks begin an hour: a day of 23 or 25 hours gets as many. Where they change by half an hour, as on
 * Lord Howe, the hour of the change is longer or shorter, and the next ones still begin on the hour.
 */
function listHours({ start, end, timeZone }: { start: Date; end: Date; timeZone: string }): Date[] {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  const starts: Date[] = []
  let hour = ''
  for (let time = start.getTime(); time < end.getTime(); time += QUARTER) {
    const [hourNow = '', minute] = clock.format(time).split(':')
    if (minute === '00' || hourNow !== hour) starts.push(new Date(time))
    hour = hourNow
  }
  return starts
}

function next(day: Day, unit: BucketUnit): Day {
  if (unit === 'day') return addDays(day, 1)
  if (unit === 'week') return addDays(day, 7)
  const date = new Date(day)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString().slice(0, 10)
}
