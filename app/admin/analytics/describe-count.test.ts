import { expect, test } from 'vitest'
import { describeCount, describeList } from './describe-count'

test.each([
  [0, true, '0 clicks'],
  [1, true, '1 click'],
  [1204, true, '1,204 clicks'],
  [10_000, false, '10,000+ clicks'],
])('%d, exact: %s', (count, exact, words) => {
  expect(describeCount({ count, exact }, 'en')).toBe(words)
})

test.each([
  [8, 0, '8 clicks, newest first'],
  [1, 7, '1 click, newest first · 7 older ones are kept as totals only'],
  [2, 1, '2 clicks, newest first · 1 older one is kept as a total only'],
  [0, 1505, '1,505 clicks, kept as totals only'],
  [0, 1, '1 click, kept as a total only'],
  [0, 0, 'No clicks'],
])('%d clicks and %d in totals', (count, archived, words) => {
  expect(describeList({ count, exact: true, archived }, 'en')).toBe(words)
})
