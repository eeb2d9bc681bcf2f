import { expect, test } from 'vitest'
import { weeklyHours } from '@/lib/routing/hours'
import { draftOf, endInWords, hoursOf, nextSpan } from './hours-draft'

const span = (from: string, to: string) => ({ key: '', from, to })

test('hours are stored as they were shown: overnight, whole days and several a day', () => {
  const week = weeklyHours.parse([
    [{ from: 0, to: 1440 }],
    [
      { from: 540, to: 780 },
      { from: 840, to: 1080 },
    ],
    [{ from: 1320, to: 120 }],
    [{ from: 1080, to: 1440 }],
    [],
    [],
    [],
  ])
  expect(hoursOf(draftOf(week))).toEqual(week)
  expect(draftOf(week)[2]).toEqual([{ key: '2-0', from: '22:00', to: '02:00' }])
})

test('a number without hours is offered a working week', () => {
  expect(draftOf(null).map(spans => spans.length)).toEqual([1, 1, 1, 1, 1, 0, 0])
  expect(weeklyHours.safeParse(hoursOf(draftOf(null))).success).toBe(true)
})

test('a half typed time does not pass for midnight', () => {
  const week = hoursOf([[span('09:00', '')], [], [], [], [], [], []])
  expect(weeklyHours.safeParse(JSON.parse(JSON.stringify(week))).success).toBe(false)
})

test.each([
  [span('09:00', '18:00'), 0, null],
  [span('22:00', '02:00'), 0, 'until Tuesday'],
  [span('22:00', '02:00'), 6, 'until Monday'],
  [span('18:00', '00:00'), 2, 'until midnight'],
  [span('00:00', '00:00'), 2, 'all day'],
  [span('09:00', ''), 0, null],
  [span('', '18:00'), 0, null],
])('%j ends %#', (draft, day, words) => {
  expect(endInWords(draft, day)).toBe(words)
})

test.each([
  [[], '09:00', '18:00'],
  [[span('09:00', '13:00')], '14:00', '16:00'],
  [[span('09:00', '20:00')], '21:00', '23:00'],
  [[span('09:00', '23:00')], '09:00', '18:00'],
  [[span('22:00', '02:00')], '09:00', '18:00'],
  [[span('09:00', '')], '09:00', '18:00'],
])('after %j comes %s', (spans, from, to) => {
  expect(nextSpan(spans)).toEqual({ from, to })
})
