import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db'
import { orderFor } from './order.fixture'
import { findPlacedOrder, OrderRefused, saveOrder } from './save-order'

beforeEach(async () => {
  await db().order.deleteMany()
})

test('an order and its lines, as they were', async () => {
  const order = orderFor({
    items: [
      { id: 1, quantity: 2 },
      { id: 99, quantity: 1 },
    ],
    note: '100% \n مرحبا',
  })
  expect(await saveOrder(order)).toEqual({ reference: order.reference, url: order.messageUrl, created: true })
  expect(await findPlacedOrder(order.idempotencyKey)).toEqual({
    reference: order.reference,
    url: order.messageUrl,
  })
  const { items, ...saved } = await db().order.findUniqueOrThrow({
    where: { id: order.id },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  expect(saved).toMatchObject({ note: order.note, priceToConfirm: true, total: null, status: 'new' })
  expect(saved.placedAt.toISOString()).toBe(order.placedAt)
  expect(
    items.map(({ productId, quantity, unitPrice }) => [Number(productId), quantity, unitPrice?.toString()]),
  ).toEqual([
    [1, 2, '19.9'],
    [99, 1, undefined],
  ])
})

test('the same key many times at once: one order, one answer', async () => {
  const orders = [1, 2, 3, 4].map(id => orderFor({ key: 'k', items: [{ id, quantity: 1 }] }))
  const answers = await Promise.all(orders.map(saveOrder))
  expect(answers.filter(answer => answer.created)).toHaveLength(1)
  expect(new Set(answers.map(answer => answer.url)).size).toBe(1)
  expect(await db().order.count()).toBe(1)
  expect(await db().orderItem.count()).toBe(1)
})

test('ten thousand lines', async () => {
  const order = orderFor({
    items: Array.from({ length: 10_000 }, (_, i) => ({ id: i + 1, quantity: 999_999 })),
  })
  expect((await saveOrder(order)).created).toBe(true)
  expect(await db().orderItem.count({ where: { orderId: order.id } })).toBe(10_000)
})

describe('what does not fit is refused for good, whole', () => {
  const order = orderFor({ items: [{ id: 1, quantity: 1 }] })
  const [item] = order.items
  test.each([
    ['a text too long', { ...order, customerName: 'x'.repeat(201) }],
    ['a sum beyond its column', { ...order, total: '9'.repeat(15) }],
    [
      'a quantity beyond its column',
      { ...order, items: order.items.map(one => ({ ...one, quantity: 2 ** 31 })) },
    ],
    ['a constraint', { ...order, items: item ? [{ ...item, quantity: 0 }] : [] }],
  ])('%s', async (_, wrong) => {
    await expect(saveOrder(wrong)).rejects.toBeInstanceOf(OrderRefused)
    expect(await db().order.count()).toBe(0)
  })
})

test('a database that is away is no refusal', async () => {
  await db().$executeRaw`ALTER TABLE orders RENAME TO away`
  try {
    const error = await saveOrder(orderFor()).catch(reason => reason)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(OrderRefused)
  } finally {
    await db().$executeRaw`ALTER TABLE away RENAME TO orders`
  }
})
