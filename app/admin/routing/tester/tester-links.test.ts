import { expect, test } from 'vitest'
import { clockText, testerHref } from './tester-links'

test.each([
  [0, 'Monday 00:00'],
  [541, 'Monday 09:01'],
  [6 * 1440 + 23 * 60 + 30, 'Sunday 23:30'],
  [5 * 1440 + 1439, 'Saturday 23:59'],
])('minute %i is %s', (minute, text) => {
  expect(clockText(minute)).toBe(text)
})

const usual = { q: '', device: 'mobile', when: 'now', day: '0', time: '12:00', at: '', zone: 'UTC' }

test.each([
  [{}, ''],
  [{ q: '12:2,34:1' }, '?q=12%3A2%2C34%3A1'],
  [{ q: 'mug', device: 'desktop' }, '?q=mug&device=desktop'],
  [{ when: 'weekday', time: '23:30' }, '?when=weekday&day=0&time=23%3A30'],
  [{ when: 'date', at: '2026-12-24T18:00' }, '?when=date&at=2026-12-24T18%3A00'],
  [{ when: 'date', zone: 'Asia/Tokyo' }, '?when=date&zone=Asia%2FTokyo'],
])('%j', (fields, query) => {
  expect(testerHref({ ...usual, ...fields }, 'UTC')).toBe(`/admin/routing/tester${query}`)
})
