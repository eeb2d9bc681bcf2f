import { expect, test } from 'vitest'
import { endsWithOption } from './ends-with-option'

test.each([
  ['Hoodie - Blue', 'Blue', true],
  ['Hoodie - Blue, Large', 'Blue, Large', true],
  ['Hoodie (Blue)', 'Blue', false],
  ['Hoodie', 'Blue', false],
  ['Blue hoodie', 'Blue', false],
  ['Socks', 's', false],
  ['T-shirt S', 'S', true],
  ['Hoodie - Black and Blue', 'Blue', true],
  [null, 'Blue', false],
] as const)('%j says %j: %s', (name, option, says) => {
  expect(endsWithOption(name, option)).toBe(says)
})
