import { type Span, type WeeklyHours, weekdays } from '@/lib/routing/hours'

/** Spans as a person edits them: clock times as the field holds them, "" while one is missing. */
export type DraftSpan = { key: string; from: string; to: string }
/** Seven days, Monday first. */
export type DraftWeek = DraftSpan[][]

const midnight = 24 * 60

/** Stored hours as a draft. Without any it is a working week, which is quicker to change than to type. */
export function draftOf(week: WeeklyHours | null): DraftWeek {
  return weekdays.map((_, day) => {
    const spans = week ? (week[day] ?? []) : day < 5 ? [{ from: 9 * 60, to: 18 * 60 }] : []
    return spans.map(({ from, to }, index) => ({
      key: `${day}-${index}`,
      from: clockText(from),
      to: clockText(to),
    }))
  })
}

/** The draft in minutes since midnight; what is half typed becomes null in JSON, which the server's check names. */
export function hoursOf(week: DraftWeek): Span[][] {
  return week.map(spans =>
    spans.map(({ from, to }) => ({ from: minutesOf(from), to: to === '00:00' ? midnight : minutesOf(to) })),
  )
}

/** How a span that reaches midnight or goes past it ends, in words; null for any other. */
export function endInWords({ from, to }: DraftSpan, day: number): string | null {
  if (from === '' || to === '' || from === to) return from === '00:00' && to === from ? 'all day' : null
  if (to === '00:00') return 'until midnight'
  return to < from ? `until ${weekdays[(day + 1) % 7]}` : null
}

/** A span to add to a day: an hour after its last one, where there is room, else a working day. */
export function nextSpan(spans: readonly DraftSpan[]): { from: string; to: string } {
  const last = spans.at(-1)
  if (!last || last.to === '' || last.to <= last.from || last.to > '20:00')
    return { from: '09:00', to: '18:00' }
  const end = minutesOf(last.to)
  return { from: clockText(end + 60), to: clockText(end + 180) }
}

function clockText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60) % 24, minutes % 60]
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

function minutesOf(text: string): number {
  const [hours = '', minutes = ''] = text.split(':')
  return hours === '' || minutes === '' ? Number.NaN : Number(hours) * 60 + Number(minutes)
}
