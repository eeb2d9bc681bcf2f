import { Ago } from './ago'

type RelativeTimeProps = { date: Date | string; timeZone: string; locale: string }

/** "5 min ago", with the exact time by the shop's clock. */
export function RelativeTime({ date, timeZone, locale }: RelativeTimeProps) {
  const at = new Date(date)
  const { day, exact } = formatsOf(locale, timeZone)
  return <Ago at={at.getTime()} day={day.format(at)} exact={exact.format(at)} />
}

/** A format costs far more to make than to use, and a list has fifty times. */
const formats = new Map<string, ReturnType<typeof makeFormats>>()

function formatsOf(locale: string, timeZone: string) {
  const key = `${locale} ${timeZone}`
  const known = formats.get(key) ?? makeFormats(locale, timeZone)
  formats.set(key, known)
  return known
}

function makeFormats(locale: string, timeZone: string) {
  return {
    day: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }),
    exact: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'medium' }),
  }
}
