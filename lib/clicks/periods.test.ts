import { describe, expect, it } from 'vitest'
import { addDays, buildBuckets, countDays, dayAt, startOfDay } from './periods'

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
})
