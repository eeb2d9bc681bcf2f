import { setTimeout as delay } from 'node:timers/promises'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { beforeEach, describe, expect, test } from 'vitest'
import { VisitClassifier } from '../clicks/visit'
import type { RoutingTable } from '../routing/table'
import { desk, hats, product, shoes, tableOf } from '../routing/table.fixture'
import { answerCheckout, type CheckoutContext } from './checkout'
import { type NewOrder, referenceFor } from './new-order'
import { maria, orderTable } from './order.fixture'

const now = Date.parse('2026-03-01T12:00:00Z')
let saved = new Map<string, NewOrder>()
let context: CheckoutContext

beforeEach(() => {
  saved = new Map()
  const find = async (key: string) => {
    const order = saved.get(key)
    return order ? { reference: order.reference, url: order.messageUrl } : null
  }
  context = {
    table: orderTable,
    visits: new VisitClassifier(),
    now,
    limiter: new RateLimiterMemory({ points: 3, duration: 60 }),
    find,
    save: async order => {
      const earlier = await find(order.idempotencyKey)
      if (earlier) return { ...earlier, created: false }
      saved.set(order.idempotencyKey, order)
      return { reference: order.reference, url: order.messageUrl, created: true }
    },
    report: () => {},
  }
})

function post(body: string | Buffer | null, type: string) {
  const headers: Record<string, string> = { 'user-agent': 'Mozilla/5.0 Firefox/140.0', 'content-type': type }
  const header = (name: string) => headers[name]
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return answerCheckout(
    { method: 'POST', url: '/go/checkout', header, address: '203.0.113.5', body: bytes },
    context,
  )
}
const form = (fields: Record<string, string>) =>
  post(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded')
const json = (body: unknown) => post(JSON.stringify(body), 'application/json; charset=utf-8')
const useTable = (table: RoutingTable | null) => {
  context = { ...context, table }
}

const firstSaved = () => [...saved.values()][0]

describe('a form', () => {
  test('saves the order and goes on with 303', async () => {
    const { status, headers, body, click } = await form({ ...maria, items: '2:1,1:2', idempotency_key: 'k' })
    expect(status).toBe(303)
    expect(headers).toEqual({
      Location: firstSaved()?.messageUrl,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
    })
    expect(headers.Location).toContain(`https://wa.me/${hats.digits}?text=`)
    expect(body).toBe('')
    expect(click).toMatchObject({ pageType: 'checkout', productId: 2, itemCount: 2, visitorKind: 'human' })
    expect(JSON.stringify(click)).not.toMatch(/Maria|91234|example\.com|Rua/)
  })

  test('several at one moment, of which the first is looked up most slowly: it is saved, and it alone counts', async () => {
    const { find } = context
    let asked = 0
    context.find = async key => {
      if (asked++ === 0) await delay(20)
      return find(key)
    }
    const sent = [1, 2, 3].map(() => json({ items: [{ id: 1, qty: 1 }], idempotencyKey: 'k' }))
    const answers = await Promise.all(sent)
    expect(answers.map(({ status, click }) => [status, click?.visitorKind])).toEqual([
      [201, 'human'],
      [200, 'duplicate'],
      [200, 'duplicate'],
    ])
  })

  test('sent again with its key: one order, the same link, not counted twice', async () => {
    const first = await form({ items: '1', idempotency_key: 'k' })
    context = { ...context, now: now + 60_000 }
    const second = await form({ items: '2', idempotency_key: 'k' })
    expect(second.headers.Location).toBe(first.headers.Location)
    expect(second.click).toMatchObject({ visitorKind: 'duplicate', kindReason: 'repeat' })
    expect(saved.size).toBe(1)
  })

  test('with somebody else’s key: an order of its own, and nothing of the other customer', async () => {
    const first = await form({ ...maria, items: '1', idempotency_key: 'k' })
    const strangers: Record<string, string>[] = [{ name: 'Eve' }, { ...maria, note: 'x' }]
    for (const stranger of strangers) {
      const { headers } = await form({ ...stranger, items: '1', idempotency_key: 'k' })
      expect(headers.Location).not.toBe(first.headers.Location)
    }
    expect((await form({ ...maria, items: '1', idempotency_key: 'k' })).headers.Location).toBe(
      first.headers.Location,
    )
    expect(saved.size).toBe(3)
  })

  test('without a key every order is one of its own', async () => {
    await form({ items: '1' })
    await form({ items: '1' })
    expect(saved.size).toBe(2)
  })

  test('without customer fields it is saved as incomplete', async () => {
    expect((await form({ items: '1', idempotency_key: 'k' })).status).toBe(303)
    expect(saved.get('k')).toMatchObject({ incomplete: true, customerName: '' })
  })

  test.each(['', 'x', '1:0,2:-1'])('items %j: the default number, no order', async items => {
    const { status, headers, click } = await form({ ...maria, items })
    expect([status, headers.Location]).toEqual([303, `https://wa.me/${desk.digits}?text=Hello%20Shop`])
    expect(click).toMatchObject({ reason: 'bad_request', productId: null, itemCount: 0 })
    expect(saved.size).toBe(0)
  })

  test('a price in the request changes nothing', async () => {
    await form({ items: '1', price: '0.01', total: '0.01', number: '15550100000', idempotency_key: 'k' })
    expect(saved.get('k')).toMatchObject({ total: '19.9', number: shoes.digits })
  })

  test('multipart is read too', async () => {
    const fields = new FormData()
    for (const [name, value] of Object.entries({ ...maria, items: '1:2', idempotency_key: 'k' }))
      fields.set(name, value)
    const sent = new Response(fields)
    const body = Buffer.from(await sent.arrayBuffer())
    expect((await post(body, sent.headers.get('content-type') ?? '')).status).toBe(303)
    expect(firstSaved()).toMatchObject({ customerName: 'Maria', items: [{ productId: 1, quantity: 2 }] })
  })

  test.each([
    ['multipart/form-data', '--x'],
    ['multipart/form-data; boundary=x', 'rubbish'],
    ['', ''],
    ['text/plain', '\ud800%%%'],
  ])('a body that can’t be read (%s) still reaches the shop', async (type, body) => {
    const { status, headers } = await post(body, type)
    expect([status, headers.Location]).toEqual([303, `https://wa.me/${desk.digits}?text=Hello%20Shop`])
  })

  test('too many orders in a minute: the shopper still gets through, unsaved', async () => {
    for (let n = 0; n < 4; n++) {
      const { status, headers } = await form({ items: '1', idempotency_key: `k${n}` })
      expect(status).toBe(303)
      expect(headers.Location).toContain(shoes.digits)
    }
    expect(saved.size).toBe(3)
  })

  test('an order that can’t be kept: the shopper still gets through with it', async () => {
    const reports: string[] = []
    const save = () => Promise.reject(new Error('disk full'))
    context = { ...context, save, report: message => void reports.push(message) }
    const { status, headers } = await form({ items: '1', idempotency_key: 'k' })
    expect(status).toBe(303)
    expect(headers.Location).toContain(referenceFor('k'))
    expect(reports).toHaveLength(1)
  })

  test('a key of any length', async () => {
    const long = 'k'.repeat(5_000)
    const first = await form({ items: '1', idempotency_key: `${long}a` })
    const second = await form({ items: '1', idempotency_key: `${long}b` })
    expect(second.headers.Location).not.toBe(first.headers.Location)
    expect([...saved.keys()].map(key => key.length)).toEqual([64, 64])
  })
})

describe('JSON', () => {
  const order = { items: [{ id: 1, qty: 2 }], customer: maria, note: '', idempotencyKey: 'k' }

  test('201 with reference and link; the same key again 200 with the same body', async () => {
    const first = await json(order)
    expect(first.status).toBe(201)
    expect(first.headers).toMatchObject({
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
    })
    expect(JSON.parse(first.body)).toEqual({
      reference: firstSaved()?.reference,
      url: firstSaved()?.messageUrl,
    })
    expect(first.click?.visitorKind).toBe('human')
    const second = await json(order)
    expect([second.status, second.body]).toEqual([200, first.body])
    expect(second.click?.visitorKind).toBe('duplicate')
  })

  test.each(['', '[]', '{'])('%j: 400 with a plain link', async body => {
    const { status, body: answered, click } = await post(body, 'application/json')
    expect(status).toBe(400)
    expect(JSON.parse(answered)).toMatchObject({
      error: { code: 'bad_json', message: expect.any(String) },
      url: `https://wa.me/${desk.digits}?text=Hello%20Shop`,
    })
    expect(click).toBeNull()
  })

  test('a script that may only say text/plain is understood', async () => {
    const { status } = await post(
      '{"items":[{"id":1,"qty":2}],"idempotencyKey":"k"}',
      'text/plain;charset=UTF-8',
    )
    expect([status, saved.get('k')?.items[0]?.quantity]).toEqual([201, 2])
  })

  test('no valid item: 400 with a plain link, no order', async () => {
    const { status, body } = await json({ ...order, items: [{ id: 1, qty: -1 }] })
    expect(status).toBe(400)
    expect(JSON.parse(body)).toMatchObject({
      error: { code: 'no_items' },
      url: expect.stringContaining('wa.me'),
    })
    expect(saved.size).toBe(0)
  })

  test('too many in a minute: 429 with a link', async () => {
    for (let n = 0; n < 3; n++) await json({ ...order, idempotencyKey: `k${n}` })
    const { status, body } = await json(order)
    expect(status).toBe(429)
    expect(JSON.parse(body)).toMatchObject({
      error: { code: 'too_many_orders' },
      url: expect.stringContaining('wa.me'),
    })
    expect((await json({ ...order, idempotencyKey: 'k0' })).status).toBe(200)
  })

  test('no number: 503, and the order is saved', async () => {
    useTable(tableOf([product(1)], { defaultNumber: null }))
    const { status, body, click } = await json(order)
    expect(status).toBe(503)
    expect(click).toMatchObject({ pageType: 'checkout', number: null })
    expect(JSON.parse(body)).toMatchObject({
      error: { code: 'no_number' },
      reference: firstSaved()?.reference,
    })
    expect(saved.size).toBe(1)
  })
})

describe('too large', () => {
  test.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['JSON', 'application/json'],
  ])('%s: 413 with a plain link', async (_, type) => {
    const { status, body, headers } = await post(null, type)
    expect([status, headers['Cache-Control']]).toEqual([413, 'no-store'])
    expect(body).toContain(`https://wa.me/${desk.digits}?text=Hello%20Shop`)
  })
})

test('no number: a page with the reference', async () => {
  useTable(tableOf([product(1)], { defaultNumber: null }))
  const { status, body, click } = await form({ items: '1', idempotency_key: 'k' })
  expect(status).toBe(503)
  expect(body).toContain(referenceFor('k'))
  expect(body).not.toMatch(/wa\.me|undefined/)
  expect(click).toMatchObject({ number: null })
})

test('before the first load: 503', async () => {
  useTable(null)
  expect((await form({ items: '1' })).status).toBe(503)
  const { status, body } = await json({})
  expect([status, JSON.parse(body).error.code]).toEqual([503, 'starting'])
})
