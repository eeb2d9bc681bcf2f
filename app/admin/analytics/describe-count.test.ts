import { expect, test } from 'vitest'
import { countedNoun, describeCount, describeList } from './describe-count'

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

test.each([
  ['human', 1, 'click by a person'],
  ['human', 2, 'clicks by people'],
  ['everyone', 2, 'clicks of any kind'],
  ['bot', 1, 'click of the kind “Bot”, otherwise not counted'],
  ['prefetch', 191, 'clicks of the kind “Preview”, otherwise not counted'],
] as const)('the headline of %s, %d', (visitors, count, words) => {
  expect(countedNoun({ visitors }, count)).toBe(words)
})
