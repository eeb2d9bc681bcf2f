import { expect, test } from 'vitest'
import { timePassed } from './time-passed'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

test.each([
  [0, 'now'],
  [59_999, 'now'],
  [minute, '1 min ago'],
  [hour - 1, '59 min ago'],
  [hour, '1 hr ago'],
  [day - 1, '23 hr ago'],
  [day, '1 day ago'],
  [2 * day, '2 days ago'],
  [7 * day, '7 days ago'],
  [7 * day + 1, null],
  [-minute, 'in 1 min'],
  [-5 * hour, 'in 5 hr'],
  [-day, 'in 1 day'],
  [-3 * day, 'in 3 days'],
])('%i ms: %s', (ms, text) => {
  expect(timePassed(ms)).toBe(text)
})
