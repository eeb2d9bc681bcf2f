import { expect, test } from 'vitest'
import { instantAt, nextWeekday } from './moment'

test.each([
  ['2026-11-29T23:30', 'UTC', '2026-11-29T23:30:00.000Z'],
  ['2026-11-29T23:30', 'America/Sao_Paulo', '2026-11-30T02:30:00.000Z'],
  ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
  ['2026-07-01T12:00', 'Asia/Kathmandu', '2026-07-01T06:15:00.000Z'],
  // 02:00 to 03:00 does not exist: the clock is at 03:30 then.
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  // 02:30 comes twice: the first.
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
  // Half an hour, not a whole one.
  ['2026-10-04T02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
])('%s in %s', (wall, zone, instant) => {
  expect(instantAt(wall, zone).toISOString()).toBe(instant)
})

// A Monday.
const now = new Date('2026-11-23T09:15:30Z')

test.each([
  [0, '23:30', 'UTC', '2026-11-29T23:30:00.000Z'],
  [1, '09:15', 'UTC', '2026-11-23T09:15:00.000Z'],
  [1, '09:14', 'UTC', '2026-11-30T09:14:00.000Z'],
  [1, '22:00', 'Pacific/Auckland', '2026-11-30T09:00:00.000Z'],
  [1, '22:30', 'Pacific/Auckland', '2026-11-23T09:30:00.000Z'],
  [2, '00:30', 'Pacific/Auckland', '2026-11-23T11:30:00.000Z'],
])('weekday %i at %s in %s', (day, time, timeZone, instant) => {
  expect(nextWeekday({ day, time, timeZone, now }).toISOString()).toBe(instant)
})
