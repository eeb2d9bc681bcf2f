import type { Span, WeeklyHours } from './hours'

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** "Mon–Fri 09:00–18:00, Sat 10:00–14:00"; days with the same hours are told together, days off are left out. */
export function hoursInWords(week: WeeklyHours | null): string {
  if (!week) return 'Always open'
  const texts = week.map(spans => spans.map(spanInWords).join(' and '))
  const runs: { first: number; last: number; text: string }[] = []
  for (const [day, text] of texts.entries()) {
    const run = runs.at(-1)
    if (run && run.text === text) run.last = day
    else runs.push({ first: day, last: day, text })
  }
  const open = runs.filter(run => run.text !== '')
  return open.map(({ first, last, text }) => `${dayRange(first, last)} ${text}`).join(', ') || 'Never open'
}

/** 540 is "09:00". */
export function clockText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function spanInWords({ from, to }: Span): string {
  return from === 0 && to === 1_440 ? 'all day' : `${clockText(from)}–${clockText(to)}`
}

function dayRange(first: number, last: number): string {
  if (first === 0 && last === 6) return 'Every day'
  const [from, to] = [days[first] ?? '', days[last] ?? '']
  return first === last ? from : last === first + 1 ? `${from}, ${to}` : `${from}–${to}`
}
