import { z } from 'zod'

const minutesPerDay = 1_440
export const minutesPerWeek = 7 * minutesPerDay

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const
const unfinished = 'Say when it opens and when it closes.'

/**
 * A time a number is open, in minutes since midnight on its own clock: 540 to 1080 is 09:00 to 18:00. `to` up to `from`
 * means the next day: 1320 to 360 is 22:00 to 06:00. A whole day is 0 to 1440.
 */
const span = z
  .object({
    from: z
      .number(unfinished)
      .int()
      .min(0)
      .max(minutesPerDay - 1),
    to: z.number(unfinished).int().min(0).max(minutesPerDay),
  })
  .refine(({ from, to }) => from !== to, 'It opens and closes at the same time.')

export type Span = z.output<typeof span>

/** Seven lists of spans, Monday first; an empty list is a day off. */
export const weeklyHours = z
  .array(z.array(span).max(12, 'At most 12 times a day.'))
  .length(7)
  .refine(days => days.some(day => day.length > 0), 'Open at least once a week, or pause the number instead.')
  .superRefine((days, context) => {
    const day = findOverlap(days)
    if (day !== null) context.addIssue({ code: 'custom', message: `Two of the times on ${day} overlap.` })
  })

export type WeeklyHours = Span[][]

/** Open times as the decision reads them: start and end minutes of the week in turn, sorted, apart; Monday 00:00 is 0. */
export type OpenTimes = readonly number[]

export function compileHours(days: WeeklyHours): OpenTimes {
  const open: number[] = []
  for (const [start, end] of spansOfWeek(days)) {
    const last = open.length - 1
    const before = open[last]
    // One that begins where another ends goes on with it: open times are told as a shopper meets them.
    if (before !== undefined && start <= before) open[last] = Math.max(before, end)
    else open.push(start, end)
  }
  return open
}

export function isOpenAt(open: OpenTimes, minuteOfWeek: number): boolean {
  for (let i = 0; i < open.length; i += 2) {
    if (minuteOfWeek < (open[i] ?? 0)) return false
    if (minuteOfWeek < (open[i + 1] ?? 0)) return true
  }
  return false
}

/** The minute of the week at which it opens next, from a minute at which it is closed; null: never. */
export function nextOpening(open: OpenTimes, minuteOfWeek: number): number | null {
  for (let i = 0; i < open.length; i += 2) {
    const start = open[i] ?? 0
    if (start > minuteOfWeek) return start
  }
  return open[0] ?? null
}

/** Start and end within one week, by start: a span over Sunday's midnight is two, one of them on Monday. */
function spansOfWeek(days: WeeklyHours): [start: number, end: number][] {
  const spans: [number, number][] = []
  for (const [day, list] of days.entries()) {
    for (const { from, to } of list) {
      const start = day * minutesPerDay + from
      const end = day * minutesPerDay + to + (to <= from ? minutesPerDay : 0)
      spans.push([start, Math.min(end, minutesPerWeek)])
      if (end > minutesPerWeek) spans.push([0, end - minutesPerWeek])
    }
  }
  return spans.sort(([a], [b]) => a - b)
}

/** The day on which a time begins before another has ended; null: none does. */
function findOverlap(days: WeeklyHours): string | null {
  const spans = spansOfWeek(days)
  const found = spans.find(([start], index) => start < (spans[index - 1]?.[1] ?? 0))
  return found ? (weekdays[Math.floor(found[0] / minutesPerDay)] ?? null) : null
}
