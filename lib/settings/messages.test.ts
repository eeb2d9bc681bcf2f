import { expect, test } from 'vitest'
import { messagesInput } from './messages'

const fine = { product: 'p', cart: 'c', checkout: 'o', floating: 'f' }

test('line breaks of a form become plain ones', () => {
  expect(messagesInput.parse({ ...fine, product: ' a\r\nb\rc \r\n' }).product).toBe('a\nb\nc')
})

test.each([
  ['nothing', '', 'Write a message.'],
  ['blanks', ' \r\n ', 'Write a message.'],
  ['too much', 'x'.repeat(2001), 'At most 2,000 characters.'],
])('%s is refused', (_, cart, message) => {
  const parsed = messagesInput.safeParse({ ...fine, cart })
  expect(parsed.error?.issues.map(issue => [issue.path[0], issue.message])).toEqual([['cart', message]])
})
