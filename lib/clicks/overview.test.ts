import { expect, test } from 'vitest'
import { buildChange } from './overview'

test.each([
  { count: 0, previous: 0, change: { direction: 'same' } },
  { count: 12, previous: 12, change: { direction: 'same' } },
  { count: 3, previous: 0, change: { direction: 'new' } },
  { count: 0, previous: 4, change: { direction: 'down', percent: 100 } },
  { count: 15, previous: 10, change: { direction: 'up', percent: 50 } },
  { count: 30, previous: 10, change: { direction: 'up', percent: 200 } },
  { count: 1005, previous: 1000, change: { direction: 'up', percent: 1 } },
  { count: 1004, previous: 1000, change: { direction: 'about' } },
  { count: 9996, previous: 10_000, change: { direction: 'about' } },
])('$count after $previous', ({ change, ...counts }) => {
  expect(buildChange(counts)).toEqual(change)
})
