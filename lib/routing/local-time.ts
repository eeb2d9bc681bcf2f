import { minutesPerWeek } from './hours'

const quarterHourMs = 900_000
/** 1 January 1970 was a Thursday; the week begins on Monday. */
const firstMinute = 3 * 1_440

type Zone = { readonly format: Intl.DateTimeFormat | null; quarter: number; offsetMinutes: number }

const zones = new Map<string, Zone>()

/**
 * The minute of the week on a zone's wall clock, Monday 00:00 being 0. Clocks change at a quarter of an hour only, so the
 * offset is asked of Intl once per zone and quarter-hour, not per click. `now` in Unix milliseconds. Never throws: a zone
 * that this Node does not know is UTC.
 */
export function minuteOfWeek(timeZone: string, now: number): number {
  const zone = zones.get(timeZone) ?? openZone(timeZone)
  const quarter = Math.floor(now / quarterHourMs)
  if (zone.quarter !== quarter) {
    zone.offsetMinutes = offsetAt(zone.format, quarter * quarterHourMs)
    zone.quarter = quarter
  }
  const minute = Math.floor(now / 60_000) + zone.offsetMinutes + firstMinute
  return ((minute % minutesPerWeek) + minutesPerWeek) % minutesPerWeek
}

function openZone(timeZone: string): Zone {
  const zone = { format: formatOf(timeZone), quarter: Number.NaN, offsetMinutes: 0 }
  zones.set(timeZone, zone)
  return zone
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const date = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, ...date, ...time })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** How far the wall clock is ahead of UTC, in minutes. */
function offsetAt(format: Intl.DateTimeFormat | null, at: number): number {
  if (!format) return 0
  const parts = format.formatToParts(at)
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find(part => part.type === type)?.value)
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'))
  return Math.round((wall - at) / 60_000)
}
