import { expect, test } from 'vitest'
import { RecentKeys } from './recent'

const key = (n: number) => ({ high: Math.imul(n, 0x9e3779b1) >>> 0, low: Math.imul(n, 0x85ebca6b) >>> 0 })

test('counts within the window that the first sighting opened', () => {
  const recent = new RecentKeys(64)
  const counts = [1_000, 1_500, 1_999, 2_000, 2_500].map(now => recent.see(key(1), now, 1_000))
  expect(counts).toEqual([1, 2, 3, 1, 2])
})

test('tells keys apart by either half', () => {
  const recent = new RecentKeys(64)
  recent.see({ high: 1, low: 8 }, 1, 10)
  expect(recent.see({ high: 2, low: 8 }, 1, 10)).toBe(1)
  expect(recent.see({ high: 1, low: 9 }, 1, 10)).toBe(1)
  expect(recent.see({ high: 0, low: 0 }, 1, 10)).toBe(1)
  expect(recent.see({ high: 1, low: 8 }, 1, 10)).toBe(2)
})

test('a full bucket forgets its oldest', () => {
  const recent = new RecentKeys(4)
  for (let n = 1; n <= 5; n++) recent.see(key(n), n, 1_000)
  expect(recent.see(key(2), 6, 1_000)).toBe(2)
  expect(recent.see(key(5), 6, 1_000)).toBe(2)
  expect(recent.see(key(1), 6, 1_000)).toBe(1)
})

test('remembers nearly all of what it has room for', () => {
  const recent = new RecentKeys(1 << 12)
  for (let n = 1; n <= 1 << 11; n++) recent.see(key(n), 1, 1_000)
  let known = 0
  for (let n = 1; n <= 1 << 11; n++) if (recent.see(key(n), 2, 1_000) === 2) known++
  expect(known).toBeGreaterThan(0.9 * (1 << 11))
})

test('a clock set back opens a new window', () => {
  const recent = new RecentKeys(64)
  recent.see(key(1), 5_000, 1_000)
  expect(recent.see(key(1), 4_000, 1_000)).toBe(1)
  expect(recent.see(key(1), 4_500, 1_000)).toBe(2)
})
