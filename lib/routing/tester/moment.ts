import { addDays, dayAt } from '../../clicks/periods'

const minute = 60_000

/** The instant at which a clock in `timeZone` shows `wall` ("2026-11-29T23:30"). A time the clocks skip is the one after the gap; one they show twice, the first. */
export function instantAt(wall: string, timeZone: string): Date {
  const asUtc = Date.parse(`${wall}Z`)
  // Clocks change at most once in the day around, so one of the two offsets is the right one.
  const [before, after] = [-1, 1].map(days => offsetAt(asUtc + days * 1440 * minute, timeZone))
  const first = asUtc - (before ?? 0)
  if (offsetAt(first, timeZone) === before) return new Date(first)
  const second = asUtc - (after ?? 0)
  return new Date(offsetAt(second, timeZone) === after ? second : first)
}

/** The next time, from this minute on, that it is this weekday (0 is Sunday) and this time ("23:30") in `timeZone`. */
export function nextWeekday(options: { day: number; time: string; timeZone: string; now: Date }): Date {
  const { day, time, timeZone, now } = options
  const today = dayAt(now, timeZone)
  const ahead = (day - new Date(today).getUTCDay() + 7) % 7
  const next = instantAt(`${addDays(today, ahead)}T${time}`, timeZone)
  if (next.getTime() > now.getTime() - minute) return next
  return instantAt(`${addDays(today, ahead + 7)}T${time}`, timeZone)
}

/** How far a clock in `timeZone` is ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const at = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0, second = 0 } = at
  return Date.UTC(year, month - 1, day, hour, minutes, second) - Math.floor(instant / 1000) * 1000
}
