import { compileHours, isOpenAt, nextOpening, type OpenTimes, type WeeklyHours } from '@/lib/routing/hours'
import { minuteOfWeek } from '@/lib/routing/local-time'

export type NumberState =
  | { kind: 'open'; words: string }
  /** Outside its hours. */
  | { kind: 'closed'; words: string }
  | { kind: 'paused'; words: string }

type Hours = { pausedAt: Date | null; hours: WeeklyHours | null; timeZone: string | null }

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const minutesPerDay = 1_440
const minutesPerWeek = 7 * minutesPerDay

/** Whether a number takes orders at this moment (Unix milliseconds), in words, by the same rules as the redirect. */
export function describeNumberState(number: Hours, shopTimeZone: string, now: number): NumberState {
  if (number.pausedAt) return { kind: 'paused', words: 'Paused' }
  if (!number.hours) return { kind: 'open', words: 'Always open' }
  const open = compileHours(number.hours)
  const minute = minuteOfWeek(number.timeZone ?? shopTimeZone, now)
  if (isOpenAt(open, minute)) return { kind: 'open', words: openInWords(open, minute) }
  const next = nextOpening(open, minute)
  return { kind: 'closed', words: next === null ? 'Closed' : `Closed, opens ${clockInWords(next, minute)}` }
}

/** Why a number takes no orders at this moment; null: it does. */
export function awayInWords(number: Hours, shopTimeZone: string, now: number): string | null {
  const { kind, words } = describeNumberState(number, shopTimeZone, now)
  return kind === 'open' ? null : words
}

function openInWords(open: OpenTimes, minute: number): string {
  let end = open.find((time, index) => index % 2 === 1 && time > minute) ?? minutesPerWeek
  // Open over Sunday's midnight, which is where a week is cut.
  if (end === minutesPerWeek && open[0] === 0) end = open[1] ?? 0
  return end === minutesPerWeek ? 'Always open' : `Open until ${clockInWords(end, minute)}`
}

/** A minute of the week as seen from another: with its day, unless it is the same one. */
function clockInWords(at: number, from: number): string {
  const minute = at % minutesPerWeek
  const [hours, minutes] = [Math.floor((minute % minutesPerDay) / 60), minute % 60]
  const clock = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
  const [day, today] = [Math.floor(minute / minutesPerDay), Math.floor(from / minutesPerDay)]
  const soon = day === today && minute > from
  return soon || (clock === '00:00' && day === (today + 1) % 7) ? clock : `${days[day]} ${clock}`
}
