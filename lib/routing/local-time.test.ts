import { afterEach, describe, expect, test, vi } from 'vitest'
import { compileHours, isOpenAt, type WeeklyHours } from './hours'
import { minuteOfWeek } from './local-time'

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function wallClock(zone: string, instant: string): string {
  const minute = minuteOfWeek(zone, Date.parse(instant))
  const clock = [Math.floor(minute / 60) % 24, minute % 60].map(part => String(part).padStart(2, '0'))
  return `${names[Math.floor(minute / 1_440)]} ${clock.join(':')}`
}

test.each([
  ['UTC', '2026-11-23T09:15:59Z', 'Mon 09:15'],
  ['UTC', '1970-01-01T00:00:00Z', 'Thu 00:00'],
  ['Asia/Kathmandu', '2026-11-23T18:14:00Z', 'Mon 23:59'],
  ['Asia/Kathmandu', '2026-11-23T18:15:00Z', 'Tue 00:00'],
  ['Pacific/Apia', '2026-11-22T11:30:00Z', 'Mon 00:30'],
  ['America/Los_Angeles', '2026-11-23T07:59:00Z', 'Sun 23:59'],
  // Spring: 02:00 to 03:00 does not exist.
  ['Europe/Berlin', '2026-03-29T00:59:59Z', 'Sun 01:59'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', 'Sun 03:00'],
  // Autumn: 02:00 to 03:00 comes twice.
  ['Europe/Berlin', '2026-10-25T00:59:00Z', 'Sun 02:59'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z', 'Sun 02:00'],
  ['Europe/Berlin', '2026-10-25T01:59:00Z', 'Sun 02:59'],
  ['Europe/Berlin', '2026-10-25T02:00:00Z', 'Sun 03:00'],
  // Lord Howe Island moves by half an hour.
  ['Australia/Lord_Howe', '2026-10-03T15:29:00Z', 'Sun 01:59'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', 'Sun 02:30'],
  ['Australia/Lord_Howe', '2026-04-04T14:59:00Z', 'Sun 01:59'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 'Sun 01:30'],
  // São Paulo changed at midnight, so a Sunday began at 01:00.
  ['America/Sao_Paulo', '2018-11-04T02:59:00Z', 'Sat 23:59'],
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z', 'Sun 01:00'],
  ['America/Sao_Paulo', '2018-02-18T01:59:00Z', 'Sat 23:59'],
  ['America/Sao_Paulo', '2018-02-18T02:00:00Z', 'Sat 23:00'],
  // A zone that this Node does not know.
  ['Mars/Olympus', '2026-11-23T09:15:00Z', 'Mon 09:15'],
])('%s at %s: %s', (zone, instant, clock) => {
  expect(wallClock(zone, instant)).toBe(clock)
})

const day = [{ from: 9 * 60, to: 18 * 60 }]
const daily: WeeklyHours = [day, day, day, day, day, day, day]
const night = [{ from: 22 * 60, to: 6 * 60 }]
const nightly: WeeklyHours = [night, night, night, night, night, night, night]
const early = [{ from: 2 * 60 + 30, to: 4 * 60 }]
const beforeDawn: WeeklyHours = [early, early, early, early, early, early, early]

describe('the clock changes beside opening hours', () => {
  test.each<[string, WeeklyHours, string, string, boolean]>([
    [
      'Berlin opens an hour earlier in UTC from the Sunday on',
      daily,
      'Europe/Berlin',
      '2026-03-28T08:00:00Z',
      true,
    ],
    ['that Sunday at 08:59', daily, 'Europe/Berlin', '2026-03-29T06:59:00Z', false],
    ['that Sunday at 09:00', daily, 'Europe/Berlin', '2026-03-29T07:00:00Z', true],
    ['in autumn it opens an hour later again', daily, 'Europe/Berlin', '2026-10-25T07:59:00Z', false],
    ['at 09:00', daily, 'Europe/Berlin', '2026-10-25T08:00:00Z', true],
    ['a night over the spring change', nightly, 'Europe/Berlin', '2026-03-29T01:00:00Z', true],
    ['ends at 06:00, an hour sooner', nightly, 'Europe/Berlin', '2026-03-29T03:59:00Z', true],
    ['and not later', nightly, 'Europe/Berlin', '2026-03-29T04:00:00Z', false],
    [
      'a night over the autumn change is an hour longer',
      nightly,
      'Europe/Berlin',
      '2026-10-25T04:59:00Z',
      true,
    ],
    ['and then ends', nightly, 'Europe/Berlin', '2026-10-25T05:00:00Z', false],
    [
      'opening at a time that does not exist: at the next that does',
      beforeDawn,
      'Europe/Berlin',
      '2026-03-29T01:00:00Z',
      true,
    ],
    ['not before', beforeDawn, 'Europe/Berlin', '2026-03-29T00:59:00Z', false],
    [
      'opening at a time that comes twice: the first',
      beforeDawn,
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
      true,
    ],
    [
      'closed again where the clock went back behind it',
      beforeDawn,
      'Europe/Berlin',
      '2026-10-25T01:00:00Z',
      false,
    ],
    ['and open the second time', beforeDawn, 'Europe/Berlin', '2026-10-25T01:30:00Z', true],
    ['half an hour on Lord Howe', beforeDawn, 'Australia/Lord_Howe', '2026-10-03T15:30:00Z', true],
    [
      'a night over midnight in São Paulo that did not exist',
      nightly,
      'America/Sao_Paulo',
      '2018-11-04T03:00:00Z',
      true,
    ],
  ])('%s', (_, hours, zone, instant, open) => {
    expect(isOpenAt(compileHours(hours), minuteOfWeek(zone, Date.parse(instant)))).toBe(open)
  })
})

describe('Intl', () => {
  afterEach(() => vi.restoreAllMocks())
  test('is asked once per zone and quarter of an hour', () => {
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts')
    const start = Date.parse('2026-11-23T09:00:00Z')
    for (let second = 0; second < 1_800; second++) minuteOfWeek('Asia/Tokyo', start + second * 1_000)
    expect(asked).toHaveBeenCalledTimes(2)
  })
})
