import { describe, expect, test } from 'vitest'
import { compileHours, isOpenAt, nextOpening, type Span, type WeeklyHours, weeklyHours } from './hours'
import { clockText, hoursInWords } from './hours-in-words'

const span = (from: string, to: string): Span => ({ from: minutes(from), to: minutes(to) })
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const [mon, tue, fri, sat, sun] = [0, 1, 4, 5, 6]
const at = (day: number, clock: string) => day * 1_440 + minutes(clock)

/** A week with these days; the others are off. */
function week(days: Record<number, Span[]>): WeeklyHours {
  return Array.from({ length: 7 }, (_, day) => days[day] ?? [])
}

const office = week({ 0: [span('09:00', '12:30'), span('14:00', '18:00')] })
const bar = week({ 4: [span('20:00', '02:00')], 6: [span('22:00', '06:00')] })

test.each<[string, WeeklyHours, number, boolean]>([
  ['at opening', office, at(mon, '09:00'), true],
  ['the last minute', office, at(mon, '12:29'), true],
  ['at closing', office, at(mon, '12:30'), false],
  ['between two spans', office, at(mon, '13:00'), false],
  ['in the second span', office, at(mon, '17:59'), true],
  ['the same time on a day off', office, at(tue, '10:00'), false],
  ['before it opens', office, at(mon, '08:59'), false],
  ['late on an overnight Friday', bar, at(fri, '23:59'), true],
  ['early on the Saturday after it', bar, at(sat, '01:59'), true],
  ['when the night ends', bar, at(sat, '02:00'), false],
  ['on Sunday night', bar, at(sun, '23:00'), true],
  ['on the Monday after it: the week begins again', bar, at(mon, '05:59'), true],
  ['when that night ends', bar, at(mon, '06:00'), false],
  ['a whole day', week({ 2: [span('00:00', '24:00')] }), at(2, '00:00'), true],
  ['its last minute', week({ 2: [span('00:00', '24:00')] }), at(2, '23:59'), true],
  ['the next day', week({ 2: [span('00:00', '24:00')] }), at(3, '00:00'), false],
  ['until midnight, written 00:00', week({ 6: [span('18:00', '00:00')] }), at(sun, '23:59'), true],
  ['and not into Monday', week({ 6: [span('18:00', '00:00')] }), at(mon, '00:00'), false],
])('%s', (_, hours, minute, open) => {
  expect(isOpenAt(compileHours(hours), minute)).toBe(open)
})

test('days that touch are one stretch; open times are sorted and apart', () => {
  expect(
    compileHours(week({ 5: [span('12:00', '24:00')], 6: [span('10:00', '12:00'), span('00:00', '10:00')] })),
  ).toEqual([at(sat, '12:00'), at(sun, '12:00')])
  expect(compileHours(bar)).toEqual([
    at(mon, '00:00'),
    at(mon, '06:00'),
    at(fri, '20:00'),
    at(sat, '02:00'),
    at(sun, '22:00'),
    at(7, '00:00'),
  ])
})

test.each<[WeeklyHours, number, number | null]>([
  [office, at(mon, '08:00'), at(mon, '09:00')],
  [office, at(mon, '13:00'), at(mon, '14:00')],
  [office, at(sun, '20:00'), at(mon, '09:00')],
  [bar, at(sat, '02:00'), at(sun, '22:00')],
  [week({}), 0, null],
])('opens next', (hours, minute, opens) => {
  expect(nextOpening(compileHours(hours), minute)).toBe(opens)
})

describe('what a form may say', () => {
  test.each<[string, WeeklyHours, string | null]>([
    ['several spans a day', office, null],
    ['nights', bar, null],
    [
      'a night that ends when the next day begins',
      week({ 0: [span('22:00', '06:00')], 1: [span('06:00', '12:00')] }),
      null,
    ],
    ['never', week({}), 'Open at least once a week, or pause the number instead.'],
    ['six days', office.slice(1), expect.stringMatching(/.+/)],
    [
      'an overlap',
      week({ 0: [span('09:00', '12:00'), span('11:00', '13:00')] }),
      'Two of the times on Monday overlap.',
    ],
    [
      'a night into the next day',
      week({ 0: [span('22:00', '06:00')], 1: [span('05:00', '12:00')] }),
      'Two of the times on Tuesday overlap.',
    ],
    [
      'Sunday night into Monday',
      week({ 6: [span('22:00', '06:00')], 0: [span('05:00', '12:00')] }),
      'Two of the times on Monday overlap.',
    ],
    ['the same time twice', week({ 0: [span('09:00', '09:00')] }), 'It opens and closes at the same time.'],
    ['half a time', week({ 0: [{ from: 540, to: Number.NaN }] }), expect.stringMatching(/.+/)],
  ])('%s', (_, hours, message) => {
    expect(weeklyHours.safeParse(hours).error?.issues[0]?.message ?? null).toEqual(message)
  })
})

test.each<[WeeklyHours | null, string]>([
  [null, 'Always open'],
  [office, 'Mon 09:00–12:30 and 14:00–18:00'],
  [bar, 'Fri 20:00–02:00, Sun 22:00–06:00'],
  [Array.from({ length: 7 }, () => [span('00:00', '24:00')]), 'Every day all day'],
  [week({ 0: [span('09:00', '18:00')], 1: [span('09:00', '18:00')] }), 'Mon, Tue 09:00–18:00'],
  [week({}), 'Never open'],
])('%j in words', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words)
})

test('clock times', () => {
  expect([0, 65, 1439, 1440].map(clockText)).toEqual(['00:00', '01:05', '23:59', '24:00'])
})
