import { expect, test } from 'vitest'
import { type WeeklyHours, weeklyHours } from '@/lib/routing/hours'
import { describeNumberState } from './number-state'

const workday = [{ from: 540, to: 1080 }]
const office: WeeklyHours = [workday, workday, workday, workday, workday, [], []]
const nights: WeeklyHours = [[], [], [], [], [{ from: 1320, to: 360 }], [], [{ from: 1320, to: 360 }]]
const always = weeklyHours.parse(Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]))
const toMidnight: WeeklyHours = [[{ from: 1080, to: 1440 }], [], [], [], [], [], []]

/** In November 2026 the 23rd is a Monday. */
const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}Z`)

test.each<[string, WeeklyHours | null, number, string, string]>([
  ['without hours', null, at(23, '03:00'), 'open', 'Always open'],
  ['every minute of the week', always, at(25, '12:00'), 'open', 'Always open'],
  ['in hours', office, at(23, '12:00'), 'open', 'Open until 18:00'],
  ['before', office, at(23, '08:59'), 'closed', 'Closed, opens 09:00'],
  ['after', office, at(23, '18:00'), 'closed', 'Closed, opens Tue 09:00'],
  ['on the weekend', office, at(28, '12:00'), 'closed', 'Closed, opens Mon 09:00'],
  ['past midnight', nights, at(27, '23:00'), 'open', 'Open until Sat 06:00'],
  ['over the end of the week', nights, at(29, '23:00'), 'open', 'Open until Mon 06:00'],
  ['on its other side', nights, at(23, '05:00'), 'open', 'Open until 06:00'],
  ['until midnight', toMidnight, at(23, '20:00'), 'open', 'Open until 00:00'],
])('%s', (_, hours, now, kind, words) => {
  expect(describeNumberState({ pausedAt: null, hours, timeZone: null }, 'UTC', now)).toEqual({ kind, words })
})

test('its own time zone counts, and a pause beats all hours', () => {
  const number = { hours: office, timeZone: 'Asia/Tokyo', pausedAt: null }
  expect(describeNumberState(number, 'UTC', at(23, '12:00')).words).toBe('Closed, opens Tue 09:00')
  expect(describeNumberState({ ...number, pausedAt: new Date(0) }, 'UTC', at(23, '05:00')).kind).toBe(
    'paused',
  )
})
