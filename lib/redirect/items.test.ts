import { expect, test } from 'vitest'
import { formatItems, parseItems, parseProductId, parseQuantity } from './items'

test.each([
  ['12', 12],
  ['0012', 12],
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', null],
  ['99999999999999999999', null],
  ['0', null],
  ['-1', null],
  ['1.5', null],
  ['1e3', null],
  ['0x10', null],
  ['١٢', null],
  [' 12', null],
  ['', null],
  [null, null],
  [undefined, null],
])('product id %j is %j', (text, id) => {
  expect(parseProductId(text)).toBe(id)
})

test.each([
  ['1', 1],
  ['007', 7],
  ['999999', 999_999],
  ['1000000', null],
  ['0', null],
  ['-2', null],
  ['2.5', null],
  ['', null],
])('quantity %j is %j', (text, quantity) => {
  expect(parseQuantity(text)).toBe(quantity)
})

test.each([
  ['12:2,34:1', '12:2,34:1'],
  ['34:1,12:2', '34:1,12:2'],
  ['12', '12:1'],
  [' 12 : 2 , 34 ', '12:2,34:1'],
  ['12:2,34:1,12:3', '12:5,34:1'],
  ['12:999999,12:1', '12:999999'],
  ['12:-2,34:1', '34:1'],
  ['12:0,34:1', '34:1'],
  ['12:x,34:1', '34:1'],
  ['12:1:1,34:1', '34:1'],
  ['x:1,-5:2,0:1,9007199254740992:1', ''],
  [',,,', ''],
  ['\ud800:1,12:\udfff,7:1', '7:1'],
  ['', ''],
  [null, ''],
])('items %j are %j', (text, items) => {
  expect(formatItems(parseItems(text))).toBe(items)
})

test('takes ten thousand lines and no more', () => {
  const lines = Array.from({ length: 12_000 }, (_, i) => `${i + 1}:1`)
  const items = parseItems(lines.join(','))
  expect(items).toHaveLength(10_000)
  expect(items.at(-1)).toEqual({ id: 10_000, quantity: 1 })
})
