import { describe, expect, test } from 'vitest'
import { formatItems } from '../redirect/items'
import { parseForm, parseJson } from './checkout-input'

const form = (fields: Record<string, string>) => parseForm(new URLSearchParams(fields))
const json = (body: unknown) => parseJson(JSON.stringify(body))
const itemsOf = (items: unknown) => formatItems(json({ items })?.items ?? [])

test('a form', () => {
  const { items, ...rest } = form({
    items: '12:2,34:1',
    name: '  Maria  ',
    phone: '123',
    email: 'm@example.com',
    address: 'Rua A\r\n1º',
    note: 'مرحبا 100%',
    idempotency_key: ' k ',
  })
  expect(formatItems(items)).toBe('12:2,34:1')
  expect(rest).toEqual({
    format: 'form',
    customer: { name: 'Maria', phone: '123', email: 'm@example.com', address: 'Rua A\n1º' },
    note: 'مرحبا 100%',
    idempotencyKey: 'k',
  })
})

test('JSON', () => {
  const customer = { name: 'Maria', phone: 5511912345678, email: 'm@example.com', address: 'Rua A' }
  expect(json({ items: [{ id: 12, qty: 2 }], customer, note: 'n', idempotencyKey: 'k' })).toEqual({
    format: 'json',
    items: [{ id: 12, quantity: 2 }],
    customer: { ...customer, phone: '5511912345678' },
    note: 'n',
    idempotencyKey: 'k',
  })
})

test.each([
  [[{ id: '12', qty: '2' }, { id: 34 }], '12:2,34:1'],
  [
    [
      { id: 12, qty: -1 },
      { id: 34, qty: 0 },
      { id: 56, qty: 1.5 },
      { id: 7, qty: 1 },
    ],
    '7:1',
  ],
  [[{ id: -1 }, { id: 1e21 }, { id: 'x' }, { id: null }, {}, null, 5, 'x', [], { id: 7 }], '7:1'],
  [
    [
      { id: 12, qty: 2 },
      { id: 34, qty: 1 },
      { id: 12, qty: 3 },
    ],
    '12:5,34:1',
  ],
  ['12:2,34', '12:2,34:1'],
  [[], ''],
  [null, ''],
  [{ id: 12 }, ''],
  [undefined, ''],
])('JSON items %j are %j', (items, expected) => {
  expect(itemsOf(items)).toBe(expected)
})

test.each(['', '[]', 'null', '"x"', '5', '{', '{"items":', '\0'])('%j is no JSON object', body => {
  expect(parseJson(body)).toBeNull()
})

describe('nothing in it can be wrong enough to stop an order', () => {
  test('all missing', () => {
    const nobody = { name: '', phone: '', email: '', address: '' }
    expect(form({ items: '1' })).toMatchObject({ customer: nobody, note: '', idempotencyKey: null })
    expect(json({ items: [{ id: 1 }] })).toMatchObject({ customer: nobody, note: '', idempotencyKey: null })
  })
  test('wrong types', () => {
    const read = json({ items: [{ id: 1 }], customer: 'Maria', note: { a: 1 }, idempotencyKey: [1] })
    expect(read).toMatchObject({ customer: { name: '' }, note: '', idempotencyKey: null })
    expect(json({ items: [{ id: 1 }], customer: { name: ['x'], phone: true } })?.customer.name).toBe('')
  })
  test('too long, torn characters, NUL', () => {
    const { customer, note } = form({
      name: 'x'.repeat(300),
      note: `${'y'.repeat(1_999)}😀`,
      phone: '1\x002',
    })
    expect(customer.name).toHaveLength(200)
    expect(customer.phone).toBe('12')
    expect(note).toHaveLength(2_000)
    expect(note.isWellFormed()).toBe(true)
    expect(json({ note: 'a\ud800' })?.note).toBe('a\ufffd')
  })
  test('a file where text belongs', () => {
    const upload = new FormData()
    upload.set('items', new Blob(['1']))
    upload.set('name', new Blob(['x']))
    expect(parseForm(upload)).toMatchObject({ items: [], customer: { name: '' } })
  })
})

test('keys that differ only far behind stay different', () => {
  const long = 'k'.repeat(10_000)
  expect(form({ idempotency_key: `${long}a` }).idempotencyKey).not.toBe(
    form({ idempotency_key: `${long}b` }).idempotencyKey,
  )
})
