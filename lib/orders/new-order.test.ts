import { describe, expect, test } from 'vitest'
import { product, shoes, tableOf } from '../routing/table.fixture'
import { newOrder, referenceFor } from './new-order'
import { maria, orderFor } from './order.fixture'

test('names and prices come from the catalogue; the message says what was ordered', () => {
  const order = orderFor({
    items: [
      { id: 1, quantity: 2 },
      { id: 2, quantity: 1 },
    ],
    note: 'Gift',
  })
  expect(order).toMatchObject({
    customerName: maria.name,
    customerPhone: maria.phone,
    note: 'Gift',
    incomplete: false,
    priceToConfirm: false,
    total: '44.8',
    currency: 'USD',
    reason: 'rule',
    ruleId: 100,
    categoryId: 10,
    numberId: shoes.id,
    number: shoes.digits,
    placedAt: '2026-03-01T12:00:00.123Z',
    items: [
      { productId: 1, name: 'Boot', sku: 'B-1', variation: null, quantity: 2, unitPrice: '19.9' },
      { productId: 2, name: 'Hat', sku: null, variation: null, quantity: 1, unitPrice: '5' },
    ],
  })
  const text = new URL(order.messageUrl ?? '').searchParams.get('text')
  for (const part of [order.reference, 'Boot', 'Hat', 'Maria', 'Gift', '$44.80']) expect(text).toContain(part)
})

describe('a price that can’t be known leaves the total open', () => {
  test.each([
    ['none in the catalogue', 3],
    ['not in the catalogue at all', 99],
    ['in another currency', 4],
  ])('%s', (_, id) => {
    const order = orderFor({
      items: [
        { id: 1, quantity: 1 },
        { id, quantity: 1 },
      ],
    })
    expect(order).toMatchObject({ priceToConfirm: true, total: null })
    expect(order.items.map(item => item.unitPrice)).toEqual(['19.9', null])
    expect(order.messageUrl).not.toContain('Total')
  })
})

test('an unknown product keeps its id and quantity', () => {
  expect(orderFor({ items: [{ id: 99, quantity: 3 }] }).items).toEqual([
    { productId: 99, name: 'Product 99', sku: null, variation: null, quantity: 3, unitPrice: null },
  ])
})

test('an order in another currency throughout is in that currency', () => {
  expect(orderFor({ items: [{ id: 4, quantity: 2 }] })).toMatchObject({ currency: 'EUR', total: '14' })
})

test.each(['name', 'phone', 'email', 'address'])('without %s it is incomplete', field => {
  expect(orderFor({ customer: { [field]: '' } }).incomplete).toBe(true)
})

test('without a number it is an order all the same', () => {
  const order = orderFor({}, tableOf([product(1)], { defaultNumber: null }))
  expect(order).toMatchObject({ number: null, numberId: null, messageUrl: null, reason: 'no_category' })
})

test('an absurd sum stays open instead of stopping the order', () => {
  const table = tableOf([product(1, { price: '9999999999.9999' })])
  expect(orderFor({ items: [{ id: 1, quantity: 999_999 }] }, table)).toMatchObject({
    total: null,
    priceToConfirm: true,
  })
})

test('a reference is short, speakable, and the same for a key', () => {
  expect(referenceFor('a')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(orderFor({ key: 'a' }).reference).toBe(referenceFor('a'))
  expect(referenceFor('b')).not.toBe(referenceFor('a'))
})

test('an order comes back whole from its JSON', () => {
  const order = orderFor({
    items: [
      { id: 1, quantity: 2 },
      { id: 99, quantity: 1 },
    ],
    note: '"\n\u2028',
  })
  expect(newOrder.parse(JSON.parse(JSON.stringify(order)))).toEqual(order)
})
