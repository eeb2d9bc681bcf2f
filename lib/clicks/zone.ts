/** A stretch of time in which a zone's clocks stand still against UTC: from when, and by how many minutes. */
export type Offset = { from: Date; minutes: number }

const QUARTER = 15 * 60_000
const WEEK = 7 * 24 * 60 * 60_000
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * How far the clocks of `timeZone` (an IANA name) are from UTC between two instants, a new entry for every change of
 * them. Asked of Node, which also says when days start: Postgres may know other rules, or not the zone.
 */
export function findOffsets({
  start,
  end,
  timeZone,
}: {
  start: Date
  end: Date
  timeZone: string
}): Offset[] {
  const offsets: Offset[] = [{ from: start, minutes: offsetAt(start.getTime(), timeZone) }]
  let minutes = offsets[0]?.minutes
  for (let at = start.getTime(); at < end.getTime(); ) {
    const next = Math.min(at + WEEK, end.getTime())
    if (offsetAt(next, timeZone) !== minutes) {
      const change = findChange(at, next, timeZone)
      minutes = offsetAt(change, timeZone)
      offsets.push({ from: new Date(change), minutes })
      at = change
    } else at = next
  }
  return offsets
}

/** "+05:45" */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** The quarter of an hour in which the clocks changed, between two instants on either side of it. */
function findChange(before: number, after: number, timeZone: string): number {
  const old = offsetAt(before, timeZone)
  let low = Math.floor(before / QUARTER)
  let high = Math.ceil(after / QUARTER)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle * QUARTER, timeZone) === old) low = middle
    else high = middle
  }
  return high * QUARTER
}

function offsetAt(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
    const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, ...date, ...clock })
    formatters.set(timeZone, formatter)
  }
  const clockTime = Date.parse(`${formatter.format(instant).replace(', ', 'T')}Z`)
  return Math.round((clockTime - instant) / 60_000)
}
