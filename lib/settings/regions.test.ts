import { expect, test } from 'vitest'
import { listTimeZones } from './regions'
import { isTimeZone } from './time-zone'
import { otherZoneNames } from './zone-names'

const now = new Date('2026-07-01T12:00:00Z')
const zones = listTimeZones([], now)

test('every zone of the engine is there once, by a name that it accepts', () => {
  const values = zones.map(({ value }) => value)
  expect(values.filter(value => !isTimeZone(value))).toEqual([])
  expect(new Set(values).size).toBe(values.length)
  const known = new Set(values.flatMap(value => [value, ...otherZoneNames(value)]))
  expect(Intl.supportedValuesOf('timeZone').filter(zone => !known.has(zone))).toEqual([])
})

test.each(zones.flatMap(({ value }) => otherZoneNames(value).map(other => [value, other] as const)))(
  '%s and %s tell the same time',
  (zone, other) => {
    const tell = (timeZone: string) =>
      ['2026-01-01T12:00Z', '2026-07-01T12:00Z'].map(at => new Date(at).toLocaleString('en', { timeZone }))
    expect(tell(other)).toEqual(tell(zone))
  },
)

test('a zone that was saved by an old name stays in the list', () => {
  const kept = listTimeZones(['Asia/Calcutta', null, 'Europe/Berlin'], now)
  expect(kept.find(({ value }) => value === 'Asia/Calcutta')).toMatchObject({
    label: 'Asia/Calcutta',
    hint: 'GMT+5:30',
  })
  expect(kept.filter(({ value }) => value === 'Europe/Berlin')).toHaveLength(1)
  expect(kept).toHaveLength(zones.length + 1)
})
