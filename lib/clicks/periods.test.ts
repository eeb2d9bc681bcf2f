import { describe, expect, it } from 'vitest'
import {
  addDays,
  buildBuckets,
  countDays,
  dayAt,
  listUnits,
  previousDays,
  previousStarts,
  startOfDay,
} from './periods'

describe('days', () => {
  it.each([
    ['2026-11-23', 'UTC', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23', 'America/Sao_Paulo', '2026-11-23T03:00:00.000Z'],
    ['2026-11-23', 'Asia/Kathmandu', '2026-11-22T18:15:00.000Z'],
    ['2026-11-23', 'Pacific/Kiritimati', '2026-11-22T10:00:00.000Z'],
    ['2026-11-23', 'Etc/GMT+12', '2026-11-23T12:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    // Clocks go from 23:59 to 01:00: there is no midnight.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s in %s starts at %s', (day, timeZone, start) => {
    const instant = startOfDay(day, timeZone)
    expect(instant.toISOString()).toBe(start)
    expect(dayAt(instant, timeZone)).toBe(day)
    expect(dayAt(new Date(instant.getTime() - 1), timeZone)).toBe(addDays(day, -1))
  })

  it('counts across months, leap days and DST', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(countDays('2026-03-01', '2026-03-31')).toBe(31)
  })
})

describe('buckets', () => {
  const berlin = { timeZone: 'Europe/Berlin' }

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-06-01', 24],
  ])('gives %s its %i hours', (day, hours) => {
    const { unit, starts, end } = buildBuckets({ ...berlin, from: day, to: day })
    expect({ unit, count: starts.length }).toEqual({ unit: 'hour', count: hours })
    expect(end.getTime() - (starts[0]?.getTime() ?? 0)).toBe(hours * 3_600_000)
  })

  it.each([
    ['2026-03-01', '2026-03-31', 'day', 31],
    ['2026-01-01', '2026-12-31', 'week', 53],
    ['2020-01-15', '2026-11-23', 'month', 83],
  ])('cuts %s to %s into %ss', (from, to, unit, count) => {
    const buckets = buildBuckets({ ...berlin, from, to })
    expect([buckets.unit, buckets.starts.length]).toEqual([unit, count])
    expect(buckets.starts[0]).toEqual(startOfDay(from, berlin.timeZone))
    expect(buckets.starts).toEqual([...buckets.starts].sort((a, b) => a.getTime() - b.getTime()))
    expect(buckets.end).toEqual(startOfDay(addDays(to, 1), berlin.timeZone))
  })

  it.each([
    ['2026-11-17', '2026-11-23', 'hour', 'hour', 168],
    ['2026-01-01', '2026-12-31', 'day', 'day', 365],
    ['2026-01-01', '2026-12-31', 'hour', 'week', 53],
    ['2026-11-23', '2026-11-23', 'month', 'hour', 24],
  ] as const)('cuts %s to %s by the wished %s into %ss', (from, to, wished, unit, count) => {
    const buckets = buildBuckets({ timeZone: 'UTC', from, to, unit: wished })
    expect([buckets.unit, buckets.starts.length]).toEqual([unit, count])
  })

  it.each([
    ['2018-11-04', 'America/Sao_Paulo', 23, '2018-11-04T03:00:00.000Z'],
    ['2026-11-23', 'Asia/Kathmandu', 24, '2026-11-22T18:15:00.000Z'],
    // Half an hour longer and shorter: the hour in which the clocks change is.
    ['2026-04-05', 'Australia/Lord_Howe', 24, '2026-04-04T13:00:00.000Z'],
    ['2026-10-04', 'Australia/Lord_Howe', 24, '2026-10-03T13:30:00.000Z'],
  ])('cuts %s in %s into %i hours', (day, timeZone, count, first) => {
    const { starts } = buildBuckets({ timeZone, from: day, to: day })
    expect([starts.length, starts[0]?.toISOString()]).toEqual([count, first])
  })

  it.each([
    ['2026-04-05', ['00:00', '01:00', '02:00', '03:00', '23:00']],
    ['2026-10-04', ['00:00', '01:00', '02:30', '03:00', '23:00']],
  ])('starts the hours of %s where Lord Howe’s clocks start them', (day, expected) => {
    const timeZone = 'Australia/Lord_Howe'
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' })
    const hours = buildBuckets({ timeZone, from: day, to: day }).starts.map(start => clock.format(start))
    expect([...hours.slice(0, 4), hours.at(-1)]).toEqual(expected)
  })

  it.each([
    ['2026-11-23', '2026-11-23', ['hour']],
    ['2026-11-17', '2026-11-23', ['hour', 'day']],
    ['2026-08-26', '2026-11-23', ['day', 'week', 'month']],
    ['2015-01-01', '2026-11-23', ['month']],
  ])('offers for %s to %s the units %j', (from, to, units) => {
    expect(listUnits({ from, to })).toEqual(units)
  })

  it('compares with as many days before', () => {
    expect(previousDays({ from: '2026-11-17', to: '2026-11-23' })).toEqual({
      from: '2026-11-10',
      to: '2026-11-16',
    })
    expect(previousDays({ from: '2026-03-01', to: '2026-03-01' })).toEqual({
      from: '2026-02-28',
      to: '2026-02-28',
    })
  })

  it.each([
    ['months', 'month', '2026-03-01', '2026-04-30', ['2025-12-30', '2026-01-30']],
    [
      'a month that is begun',
      'month',
      '2026-01-15',
      '2026-03-31',
      ['2025-10-31', '2025-11-17', '2025-12-15'],
    ],
    ['weeks', 'week', '2026-03-01', '2026-03-20', ['2026-02-09', '2026-02-16', '2026-02-23']],
  ] as const)('holds %s against as many days each', (_, unit, from, to, days) => {
    const buckets = buildBuckets({ from, to, timeZone: 'Asia/Kathmandu', unit })
    const starts = previousStarts(buckets, 'Asia/Kathmandu')
    expect(starts.map(start => dayAt(start, 'Asia/Kathmandu'))).toEqual(days)
  })

  it.each([
    // Clocks went forward at 2: 23 hours, the third of them from 3 on.
    ['America/New_York', '2026-03-08', ['05:00', '06:00', '08:00', '09:00'], 23],
    // Clocks went forward at 0: the day began at 1, and the one before it at 0.
    ['America/Sao_Paulo', '2018-11-04', ['03:00', '05:00', '06:00', '07:00'], 23],
    // Clocks went back at 2: the second hour from 1 on has the whole of the one before.
    ['America/New_York', '2026-11-01', ['04:00', '05:00', '05:00', '06:00'], 25],
  ])('holds the hours of %s on %s against the same ones', (timeZone, day, first, count) => {
    const buckets = buildBuckets({ from: day, to: day, timeZone, unit: 'hour' })
    const starts = previousStarts(buckets, timeZone).map(start => start.toISOString().slice(11, 16))
    expect(starts.slice(0, 4)).toEqual(first)
    expect(starts).toHaveLength(count)
  })
})
