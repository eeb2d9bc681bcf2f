/** Spans as a person edits them: clock times as the field holds them, "" while one is missing. */
export type DraftSpan = { key: string; from: string; to: string }
/** Seven days, Monday first. */
export type DraftWeek = DraftSpan[][]

type Span = { from: number; to: number }

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

const minutesOfDay = 24 * 60

/** Stored hours as a draft; a new number's start as a working week, which is quicker to change than to type. */
export function draftOf(week: readonly (readonly Span[])[] | null): DraftWeek {
  return weekdays.map((_, day) => {
    const spans = week ? (week[day] ?? []) : day < 5 ? [{ from: 9 * 60, to: 18 * 60 }] : []
    return spans.map(({ from, to }, index) => ({
      key: `${day}-${index}`,
      from: clockText(from),
      to: clockText(to % minutesOfDay),
    }))
  })
}

/** The draft in minutes since midnight; what is half typed is NaN, which the server's check names. */
export function hoursOf(week: DraftWeek): Span[][] {
  return week.map(spans => spans.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })))
}

/** Whether the span ends on the day after: at midnight, or at a time before it began. */
export function endsNextDay({ from, to }: DraftSpan): boolean {
  return from !== '' && to !== '' && minutesOf(to) <= minutesOf(from)
}

/** A span to add to a day: after its last one, where there is room, else in the morning. */
export function nextSpan(spans: readonly DraftSpan[]): { from: string; to: string } {
  const last = spans.at(-1)
  const end = last && !endsNextDay(last) ? minutesOf(last.to) : Number.NaN
  if (!(end <= 20 * 60)) return { from: '09:00', to: '18:00' }
  return { from: clockText(end + 60), to: clockText(end + 180) }
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function minutesOf(text: string): number {
  const [hours = '', minutes = ''] = text.split(':')
  return hours === '' || minutes === '' ? Number.NaN : Number(hours) * 60 + Number(minutes)
}
