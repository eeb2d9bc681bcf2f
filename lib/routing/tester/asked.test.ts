import { expect, test } from 'vitest'
import { parseAsked } from './asked'

const link = (link: string, host: string | null = null) => ({ kind: 'link', link, host })
const words = (words: string) => ({ kind: 'words', words })

test.each([
  ['', { kind: 'nothing' }],
  ['   ', { kind: 'nothing' }],
  ['12', words('12')],
  [' blue mug ', words('blue mug')],
  ['MUG-B', words('MUG-B')],
  ['12:2,34:1', link('/go/cart?items=12:2,34:1')],
  ['12:2 , 34', link('/go/cart?items=12:2,34:1')],
  ['12,34,', link('/go/cart?items=12:1,34:1')],
  ['12:2', link('/go/cart?items=12:2')],
  ['12:2,12:1', link('/go/cart?items=12:3')],
  ['mug, blue', words('mug, blue')],
  ['/go/product/12?qty=2', link('/go/product/12?qty=2')],
  ['//go/chat', link('//go/chat')],
  ['/going/12', words('/going/12')],
  ['https://chat.example.com/go/cart?items=1:2', link('/go/cart?items=1:2', 'chat.example.com')],
  ['http://localhost:3000/go/chat', link('/go/chat', 'localhost:3000')],
  ['chat.example.com/go/product/%zz', link('/go/product/%zz', 'chat.example.com')],
  ['https://', words('https://')],
  ['ana@example.com', words('ana@example.com')],
  ['v1.5 cable', words('v1.5 cable')],
])('%j', (text, asked) => {
  expect(parseAsked(text)).toEqual(asked)
})

test.each([
  ['https://shop.example/product/mug/?utm_source=x', 'https://shop.example/product/mug/?utm_source=x'],
  ['shop.example/product/mug', 'https://shop.example/product/mug'],
])('%s is a page', (text, href) => {
  const asked = parseAsked(text)
  expect(asked.kind === 'page' && asked.page.href).toBe(href)
})
