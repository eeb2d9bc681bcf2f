export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map(
  (label, day) => ({ value: String(day), label }),
)

/** The tester's address for what its fields say; what goes without saying is left out. */
export function testerHref(fields: Record<string, FormDataEntryValue>, shopZone?: string): string {
  const query = new URLSearchParams()
  const when = fields.when ?? 'now'
  const needed: Record<string, boolean> = {
    q: fields.q !== '',
    device: fields.device !== 'mobile',
    when: when !== 'now',
    day: when === 'weekday',
    time: when === 'weekday',
    at: when === 'date' && fields.at !== '',
    zone: when !== 'now' && fields.zone !== shopZone,
  }
  for (const [name, isNeeded] of Object.entries(needed)) {
    const value = fields[name]
    if (isNeeded && typeof value === 'string') query.set(name, value)
  }
  return `/admin/routing/tester${query.size > 0 ? `?${query}` : ''}`
}

/** "Sunday 23:30" for a minute of the week, Monday 00:00 being 0. */
export function clockText(minuteOfWeek: number): string {
  const weekday = weekdays[(Math.floor(minuteOfWeek / 1440) + 1) % 7]?.label ?? ''
  const two = (count: number) => String(count).padStart(2, '0')
  return `${weekday} ${two(Math.floor((minuteOfWeek % 1440) / 60))}:${two(minuteOfWeek % 60)}`
}
