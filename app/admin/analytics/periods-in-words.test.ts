import { expect, test } from 'vitest'
import { describePrevious } from './periods-in-words'

const clock = { now: new Date('2026-11-23T02:30:00Z'), timeZone: 'UTC', locale: 'en' }

test.each([
  ['2026-11-22', '2026-11-22', 'the day before'],
  ['2026-11-23', '2026-11-23', 'the day before by this time'],
  ['2026-10-24', '2026-11-22', 'in the 30 days before'],
  ['2026-10-25', '2026-11-23', 'in the 30 days before by this time'],
  ['2026-11-20', '2026-11-29', 'in the 10 days before by this time'],
  ['2026-11-24', '2026-11-29', 'in the 6 days before'],
  ['2000-01-01', '2099-12-31', 'in the 36,525 days before by this time'],
])('%s to %s: %s', (from, to, words) => {
  expect(describePrevious({ from, to }, clock)?.inSentence).toBe(words)
})

test('days are the store’s: on its Sunday evening the week is not over', () => {
  const week = { from: '2026-11-16', to: '2026-11-22' }
  expect(describePrevious(week, { ...clock, timeZone: 'America/Sao_Paulo' })).toEqual({
    label: 'The 7 days before',
    inSentence: 'in the 7 days before by this time',
  })
})

test('all time has nothing before it', () => {
  expect(describePrevious({ from: null, to: '2026-11-23' }, clock)).toBeNull()
})
