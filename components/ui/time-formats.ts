type TimeFormats = Record<'day' | 'exact' | 'clock', Intl.DateTimeFormat>

/** A format costs far more to make than to use, and a list has fifty times. */
const known = new Map<string, TimeFormats>()

/** How a shop writes a day ("23 Nov 2026"), a moment to the second, and one without its year ("23 Nov, 11:59"). */
export function timeFormats(locale: string, timeZone: string): TimeFormats {
  const key = `${locale} ${timeZone}`
  const formats = known.get(key) ?? {
    day: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }),
    exact: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'medium' }),
    clock: new Intl.DateTimeFormat(locale, {
      timeZone,
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }),
  }
  known.set(key, formats)
  return formats
}
