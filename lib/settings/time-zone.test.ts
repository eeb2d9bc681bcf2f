import { expect, test } from 'vitest'
import { isTimeZone } from './time-zone'

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Europe/Nowhere', false],
  ['+05:37', false],
  ['-01:00', false],
  ['', false],
])('%j: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})
