import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db'
import type { Answer } from '../redirect/answer'
import { Runtime } from './runtime'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
let dataDir = ''
let runtimes: Runtime[] = []

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'runtime-'))
  runtimes = []
  await db()
    .$executeRaw`TRUNCATE click_events, orders, order_items, products, numbers, settings, product_categories, routing_rules`
  await db().$executeRaw`INSERT INTO numbers (id, digits) VALUES (1, '5511988887777'), (2, '447700900123')`
  await db().$executeRaw`INSERT INTO products (id, name, price) VALUES (1, 'Boot', 19.9)`
  const templates = { productTemplate: '{product}', cartTemplate: '{items}' }
  const others = { checkoutTemplate: '{reference} {items}', floatingTemplate: 'Hello' }
  await db().settings.create({ data: { id: 1, defaultNumberId: 1, ...templates, ...others } })
})
afterEach(async () => {
  for (const runtime of runtimes) await runtime.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Generous: the machine may be busy. */
const eventually = (check: () => unknown) => vi.waitFor(check, { interval: 10, timeout: 5_000 })

const databaseUrl = () => process.env.DATABASE_URL ?? ''

/** A process on this data folder, the database not there yet. */
function begin(): Runtime {
  const runtime = new Runtime({ dataDir, databaseUrl: databaseUrl(), spoolMaxMb: 10, trustProxy: [] })
  runtimes.push(runtime)
  return runtime
}
async function beginAttached(): Promise<Runtime> {
  const runtime = begin()
  await runtime.attach(databaseUrl())
  return runtime
}

function ask(runtime: Runtime, url: string, { method = 'GET', body = '', address = '203.0.113.5' } = {}) {
  const headers: Record<string, string> = { 'user-agent': browser, 'content-type': 'application/json' }
  const header = (name: string) => headers[name]
  return new Promise<Answer>(respond =>
    runtime.handle({ method, url, header, address }, async () => Buffer.from(body), respond),
  )
}
const order = (runtime: Runtime, idempotencyKey: string) => {
  const body = JSON.stringify({ items: [{ id: 1, qty: 2 }], customer: { name: 'Maria' }, idempotencyKey })
  return ask(runtime, '/go/checkout', { method: 'POST', body })
}
const waiting = (folder: string) =>
  readdirSync(dataDir).flatMap(store => readdirSync(join(dataDir, store, folder), { withFileTypes: true }))

test('every answered click is stored exactly once by the time it has stopped', async () => {
  const runtime = await beginAttached()
  const answers = await Promise.all(
    Array.from({ length: 3_000 }, (_, n) =>
      ask(runtime, '/go/product/1', { address: `10.0.${n >> 8}.${n & 255}` }),
    ),
  )
  expect(answers.every(answer => answer.status === 302)).toBe(true)
  await runtime.stop()
  const ids = (await db().clickEvent.findMany({ select: { id: true } })).map(click => click.id)
  expect(ids.sort()).toEqual(answers.map(answer => answer.click?.id).sort())
  expect(waiting('clicks')).toEqual([])
})

test('before the first load 503; then an edit counts as soon as it was told to look', async () => {
  const runtime = begin()
  expect([(await ask(runtime, '/go/chat')).status, runtime.health().status]).toEqual([503, 'starting'])
  await runtime.attach(databaseUrl())
  expect((await ask(runtime, '/go/chat')).headers.Location).toBe('https://wa.me/5511988887777?text=Hello')
  await db().settings.update({ where: { id: 1 }, data: { defaultNumberId: 2 } })
  await runtime.refreshRoutingTable()
  expect((await ask(runtime, '/go/chat')).headers.Location).toBe('https://wa.me/447700900123?text=Hello')
  expect(runtime.health()).toMatchObject({ status: 'ok', database: 'up', products: 1 })
})

test('one order sent five times at once: 201 once, then 200, one row, counted once', async () => {
  const runtime = await beginAttached()
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => order(runtime, 'k')))
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 200, 200, 200, 201])
  expect(new Set(answers.map(answer => answer.body)).size).toBe(1)
  expect(await db().order.count()).toBe(1)
  await runtime.stop()
  expect(await db().clickEvent.count({ where: { visitorKind: 'human' } })).toBe(1)
})

test('started without its database it answers and takes orders; both arrive once it is there', async () => {
  await (await beginAttached()).stop()
  const runtime = begin()
  expect((await ask(runtime, '/go/product/1')).status).toBe(302)
  const [first, again] = [await order(runtime, 'k'), await order(runtime, 'k')]
  expect([first.status, again.status, again.body]).toEqual([201, 200, first.body])
  expect(runtime.health()).toMatchObject({ status: 'ok', database: 'away', clicks: { pending: 3 } })
  await runtime.attach(databaseUrl())
  await eventually(async () => expect(await db().order.count()).toBe(1))
  await eventually(async () => expect(await db().clickEvent.count()).toBe(3))
  await eventually(() => expect(waiting('orders')).toEqual([]))
  expect(await order(runtime, 'k')).toMatchObject({ status: 200, body: first.body })
  expect(await db().order.findFirst({ select: { reference: true, customerName: true } })).toEqual({
    reference: JSON.parse(first.body).reference,
    customerName: 'Maria',
  })
})
