import { Ago } from './ago'
import { timeFormats } from './time-formats'

type RelativeTimeProps = { date: Date | string; timeZone: string; locale: string }

/** "5 min ago", with the exact time by the shop's clock. */
export function RelativeTime({ date, timeZone, locale }: RelativeTimeProps) {
  const at = new Date(date)
  const { day, exact } = timeFormats(locale, timeZone)
  return <Ago at={at.getTime()} day={day.format(at)} exact={exact.format(at)} />
}
