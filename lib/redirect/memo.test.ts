import { expect, test } from 'vitest'
import { Memo } from './memo'

test('keeps what is asked again, within bounds, whatever else is asked', () => {
  const memo = new Memo<number>()
  expect(memo.get('a')).toBeUndefined()
  expect(memo.keep('a', 1)).toBe(1)
  expect(memo.get('a')).toBe(1)
  expect(memo.keep('a', 2)).toBe(2)
  expect(memo.get('a')).toBe(2)
  for (let n = 0; n < 10_000; n++) memo.keep(`flood ${n}`, n)
  const kept = Array.from({ length: 10_000 }, (_, n) => memo.get(`flood ${n}`)).filter(n => n !== undefined)
  expect(kept.length).toBeLessThanOrEqual(2_000)
  expect(kept.at(-1)).toBe(9_999)
})

test('a text of any length gets its value; a long one is not kept', () => {
  const memo = new Memo<string>()
  const long = 'x'.repeat(10_000)
  expect(memo.keep(long, 'value')).toBe('value')
  expect(memo.get(long)).toBeUndefined()
})
