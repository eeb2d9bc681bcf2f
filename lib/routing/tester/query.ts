import { z } from 'zod'
import { isTimeZone } from '../../settings/time-zone'
import { instantAt, nextWeekday } from './moment'

const noText = z.string().catch('').default('')

/** What the tester's address says. `day` 0 is Sunday; `at` and `time` are what a clock in `zone` shows. */
export const testerQuery = z.object({
  q: z.string().trim().max(4_000).catch('').default(''),
  device: z.enum(['mobile', 'desktop']).catch('mobile').default('mobile'),
  when: z.enum(['now', 'weekday', 'date']).catch('now').default('now'),
  day: z.coerce.number().int().min(0).max(6).catch(0).default(0),
  time: noText.transform(text => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : '12:00')),
  at: noText.transform(text => (isWallTime(text) ? text.slice(0, 16) : null)),
  zone: noText.transform(text => (isTimeZone(text) ? text : null)),
})

export type TesterQuery = z.output<typeof testerQuery>

/** The moment that is meant: the next such weekday, the date, else now. `shopZone` where the query names no other. */
export function momentOf(
  query: Pick<TesterQuery, 'when' | 'day' | 'time' | 'at' | 'zone'>,
  { shopZone, now }: { shopZone: string; now: Date },
): { instant: Date; timeZone: string; isNow: boolean } {
  const timeZone = query.zone ?? shopZone
  if (query.when === 'weekday') {
    const { day, time } = query
    return { instant: nextWeekday({ day, time, timeZone, now }), timeZone, isNow: false }
  }
  if (query.when === 'date' && query.at) {
    return { instant: instantAt(query.at, timeZone), timeZone, isNow: false }
  }
  return { instant: now, timeZone, isNow: true }
}

/** As a date and time field writes it, of a year that clocks can show. */
function isWallTime(text: string): boolean {
  return /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`))
}
