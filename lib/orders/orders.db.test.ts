import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeDb, db } from '../db'
import { uuidv7 } from '../uuid'
import { countOrdersByStatus, findOrder, listOrders, orderQuery, updateOrderStatus } from './orders'

const start = Date.parse('2026-03-01T12:00:00.123Z')

beforeEach(async () => {
  await db().order.deleteMany()
})
afterAll(closeDb)

type Extra = { customerName?: string; customerPhone?: string; status?: 'new' | 'completed'; product?: string }

/** The n-th order; two in a row share their millisecond. */
async function addOrder(n: number, { product, ...extra }: Extra = {}): Promise<string> {
  const id = uuidv7(start + n)
  await db().order.create({
    data: {
      id,
      reference: `REF-${n}`,
      idempotencyKey: `key-${n}`,
      placedAt: new Date(start + Math.floor(n / 2)),
      currency: 'EUR',
      reason: 'no_rule',
      number: '447700900123',
      ...extra,
      items: {
        create: [{ position: 0, productId: 5, name: product ?? 'Mug', quantity: 3, unitPrice: '2.5' }],
      },
    },
  })
  return id
}

const references = (page: { orders: { reference: string }[] }) => page.orders.map(order => order.reference)
const search = async (q: string) =>
  references(await listOrders({ query: orderQuery.parse({ q }), limit: 10 }))

test('pages forth and back without a gap or a repeat, while orders arrive', async () => {
  for (let n = 1; n <= 7; n++) await addOrder(n)
  const page = (state: object) => listOrders({ query: orderQuery.parse(state), limit: 3 })

  const first = await page({})
  expect(references(first)).toEqual(['REF-7', 'REF-6', 'REF-5'])
  expect(first.newer).toBeNull()
  await addOrder(8)

  const second = await page({ after: first.older })
  expect(references(second)).toEqual(['REF-4', 'REF-3', 'REF-2'])
  const third = await page({ after: second.older })
  expect(references(third)).toEqual(['REF-1'])
  expect(third.older).toBeNull()

  expect(references(await page({ before: third.newer }))).toEqual(['REF-4', 'REF-3', 'REF-2'])
  expect(references(await page({ before: second.newer }))).toEqual(['REF-7', 'REF-6', 'REF-5'])
  // Fewer than a page are newer: the first page, full.
  const newest = await page({ before: first.newer ?? `${start + 3}_${uuidv7(start)}` })
  expect(references(newest)).toEqual(['REF-8', 'REF-7', 'REF-6'])
  expect(newest.newer).toBeNull()
})

test('finds by reference, name, phone however it is written, and product', async () => {
  await addOrder(1, { customerName: 'Zoë 100%', customerPhone: '+44 (7700) 900-456' })
  await addOrder(2, { product: 'Back\\slash_mug' })
  expect(await search('ref-1')).toEqual(['REF-1'])
  for (const q of ['zoë', 'ZOE', '100% zoe mug']) expect(await search(q)).toEqual(['REF-1'])
  expect(await search('7700900456')).toEqual(['REF-1'])
  expect(await search('(7700) 900 4')).toEqual(['REF-1'])
  expect(await search('slash_')).toEqual(['REF-2'])
  expect(await search('k\\s')).toEqual(['REF-2'])
  expect(await search('100%')).toEqual(['REF-1'])
  for (const q of ['%', '_'].map(sign => `R${sign}F`)) expect(await search(q)).toEqual([])
  for (const q of ['no\0thing', 'zoe nobody']) expect(await search(q)).toEqual([])
})

test('filters by status and counts by status', async () => {
  await addOrder(1, { status: 'completed' })
  await addOrder(2)
  const done = await listOrders({ query: orderQuery.parse({ status: 'completed' }), limit: 10 })
  expect(references(done)).toEqual(['REF-1'])
  expect(done.orders[0]).toMatchObject({ pieces: 3, total: null, status: 'completed', numberLabel: '' })
  expect(await countOrdersByStatus()).toEqual({ new: 1, confirmed: 0, completed: 1, cancelled: 0 })
})

test.each([
  { q: ['a', 'b'], status: 'lost', after: 'x', before: '1_2' },
  { after: '999999999999999_00000000-0000-0000-0000-000000000000' },
])('an address that makes no sense lists the newest: %j', async state => {
  await addOrder(1)
  expect(references(await listOrders({ query: orderQuery.parse(state), limit: 10 }))).toEqual(['REF-1'])
})

test('a status changes once; who comes late is told what it is now', async () => {
  const id = await addOrder(1)
  expect(await updateOrderStatus({ id, from: 'new', to: 'confirmed' })).toEqual({ ok: true })
  expect(await updateOrderStatus({ id, from: 'new', to: 'cancelled' })).toEqual({
    ok: false,
    status: 'confirmed',
  })
  expect(await updateOrderStatus({ id, from: 'new', to: 'confirmed' })).toEqual({ ok: true })
  const gone = { id: uuidv7(start), from: 'new', to: 'confirmed' } as const
  expect(await updateOrderStatus(gone)).toEqual({ ok: false, status: null })
})

test('an order comes with its lines and their sums', async () => {
  const id = await addOrder(1)
  expect(await findOrder(id)).toMatchObject({
    reference: 'REF-1',
    items: [{ productId: 5, inCatalogue: false, quantity: 3, unitPrice: '2.5', lineTotal: '7.5' }],
  })
  expect(await findOrder('not-an-id')).toBeNull()
  expect(await findOrder(uuidv7(start))).toBeNull()
})
