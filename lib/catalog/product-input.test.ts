import { expect, test } from 'vitest'
import { newProductInput } from './product-input'

const valid = { id: '12', name: ' Boot ', categoryIds: [] }

test('an empty field is nothing, and text is trimmed', () => {
  expect(
    newProductInput.parse({ ...valid, sku: ' ', price: '', currency: '', url: '', parentId: '' }),
  ).toEqual({
    id: 12,
    parentId: null,
    name: 'Boot',
    sku: null,
    variation: null,
    price: null,
    currency: null,
    url: null,
    imageUrl: null,
    categoryIds: [],
  })
})

test('a decimal comma is understood, categories keep their order and lose their doubles', () => {
  const input = { ...valid, price: '19,90', currency: 'brl', categoryIds: ['3', '1', '3'] }
  expect(newProductInput.parse(input)).toMatchObject({ price: '19.90', currency: 'BRL', categoryIds: [3, 1] })
})

test.each([
  ['id', '0'],
  ['id', '-1'],
  ['id', '1.5'],
  ['id', '9007199254740992'],
  ['name', '  '],
  ['name', 'x'.repeat(501)],
  ['sku', 'x'.repeat(121)],
  ['price', '1,000'],
  ['price', '-1'],
  ['price', 'free'],
  ['currency', 'XYZ1'],
  ['url', 'javascript:alert(1)'],
  ['url', 'shop.example'],
  ['imageUrl', 'https://'],
  ['parentId', 'abc'],
])('%s can’t be %j', (field, value) => {
  const parsed = newProductInput.safeParse({ ...valid, [field]: value })
  expect(parsed.error?.issues[0]?.path[0]).toBe(field)
})
