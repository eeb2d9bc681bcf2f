import { expect, test } from 'vitest'
import { momentOf, testerQuery } from './query'

const now = new Date('2026-11-23T09:15:00Z')
const momentIn = (params: Record<string, unknown>) => {
  const { instant, timeZone, isNow } = momentOf(testerQuery.parse(params), { shopZone: 'Europe/Lisbon', now })
  return [instant.toISOString(), timeZone, isNow]
}

test.each([
  [{}, '2026-11-23T09:15:00.000Z', 'Europe/Lisbon', true],
  [{ when: 'weekday', day: '0', time: '23:30' }, '2026-11-29T23:30:00.000Z', 'Europe/Lisbon', false],
  [{ when: 'weekday', day: '2', time: '25:00' }, '2026-11-24T12:00:00.000Z', 'Europe/Lisbon', false],
  [
    { when: 'date', at: '2026-12-24T18:00', zone: 'Asia/Tokyo' },
    '2026-12-24T09:00:00.000Z',
    'Asia/Tokyo',
    false,
  ],
  [{ when: 'date', at: '2026-13-45T18:00' }, '2026-11-23T09:15:00.000Z', 'Europe/Lisbon', true],
  [{ when: 'date', at: '' }, '2026-11-23T09:15:00.000Z', 'Europe/Lisbon', true],
  [{ when: 'someday', zone: 'Mars/Base' }, '2026-11-23T09:15:00.000Z', 'Europe/Lisbon', true],
])('%j', (params, instant, zone, isNow) => {
  expect(momentIn(params)).toEqual([instant, zone, isNow])
})

test('whatever the address says, there is a query', () => {
  expect(testerQuery.parse({ q: ['a', 'b'], device: 'fridge', day: '9', time: ['x'] })).toEqual({
    q: '',
    device: 'mobile',
    when: 'now',
    day: 0,
    time: '12:00',
    at: null,
    zone: null,
  })
})
