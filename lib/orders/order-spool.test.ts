import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NewOrder } from './new-order'
import { maria, orderFor } from './order.fixture'
import { OrderSpool } from './order-spool'
import { OrderRefused } from './save-order'

let directory = ''
let reports: string[] = []
let spool: OrderSpool

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'orders-')), 'orders')
  reports = []
  spool = new OrderSpool(directory, message => void reports.push(message))
})
afterEach(() => rmSync(join(directory, '..'), { recursive: true, force: true }))

const files = () => readdirSync(directory).sort()
const onlyFile = () => join(directory, files()[0] ?? '')

async function replay(save?: (order: NewOrder) => void, now = Date.now()): Promise<NewOrder[]> {
  const saved: NewOrder[] = []
  const keep = async (order: NewOrder) => {
    save?.(order)
    saved.push(order)
  }
  await spool.replay(keep, now)
  return saved
}

test('keeps an order for its owner’s eyes alone, under a name that tells nothing', async () => {
  const order = orderFor({ key: 'maria-cart-7', note: '100% \n مرحبا' })
  expect(await spool.add(order)).toEqual({ reference: order.reference, url: order.messageUrl, created: true })
  expect(statSync(onlyFile()).mode & 0o777).toBe(0o600)
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(onlyFile()).not.toContain('maria')
  expect(await spool.find('maria-cart-7')).toEqual({ reference: order.reference, url: order.messageUrl })
  expect(await spool.find('another')).toBeNull()
})

test('hands over every order whole, and erases it', async () => {
  const orders = ['a', 'b', 'c'].map(key => orderFor({ key }))
  for (const order of orders) await spool.add(order)
  const saved = await replay()
  expect(saved.sort((a, b) => a.idempotencyKey.localeCompare(b.idempotencyKey))).toEqual(orders)
  expect(files()).toEqual([])
  expect(await replay()).toEqual([])
})

test('of two with one key the first stands', async () => {
  const first = orderFor({ key: 'k', items: [{ id: 1, quantity: 1 }] })
  const second = orderFor({ key: 'k', items: [{ id: 2, quantity: 1 }] })
  await spool.add(first)
  expect(await spool.add(second)).toEqual({
    reference: first.reference,
    url: first.messageUrl,
    created: false,
  })
  expect(await replay()).toEqual([first])
})

test('also when they come at the same moment', async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map(id => spool.add(orderFor({ key: 'k', items: [{ id, quantity: 1 }] }))),
  )
  expect(answers.filter(answer => answer.created)).toHaveLength(1)
  expect(new Set(answers.map(answer => answer.url)).size).toBe(1)
  expect(files()).toHaveLength(1)
})

test('what can’t be saved now stays, unharmed', async () => {
  const order = orderFor()
  await spool.add(order)
  const away = () => {
    throw new Error('connection refused')
  }
  await expect(replay(away)).rejects.toThrow('connection refused')
  expect(await replay()).toEqual([order])
})

test('two replays at once leave nothing behind and lose nothing', async () => {
  for (const key of ['a', 'b', 'c', 'd']) await spool.add(orderFor({ key }))
  const [one, two] = await Promise.all([replay(), replay()])
  expect(new Set([...one, ...two].map(order => order.idempotencyKey))).toEqual(new Set(['a', 'b', 'c', 'd']))
  expect(files()).toEqual([])
})

test('an order the database refuses is kept aside and holds up no other', async () => {
  for (const key of ['a', 'b', 'c']) await spool.add(orderFor({ key }))
  const refuseB = (order: NewOrder) => {
    if (order.idempotencyKey === 'b') throw new OrderRefused('too long')
  }
  expect((await replay(refuseB)).map(order => order.idempotencyKey).sort()).toEqual(['a', 'c'])
  expect(files()).toEqual([expect.stringMatching(/\.rejected$/)])
  expect(readFileSync(onlyFile(), 'utf8')).toContain(maria.name)
  expect(reports).toHaveLength(1)
  expect(reports[0]).not.toContain(maria.name)
})

test('a damaged file is kept aside and holds up no other', async () => {
  await spool.add(orderFor({ key: 'a' }))
  writeFileSync(onlyFile(), '{"id":')
  await spool.add(orderFor({ key: 'b' }))
  expect((await replay()).map(order => order.idempotencyKey)).toEqual(['b'])
  expect(files()).toEqual([expect.stringMatching(/\.rejected$/)])
})

test('what a killed process had half written is erased, not what is being written', async () => {
  await spool.add(orderFor())
  const part = `${onlyFile()}.x.part`
  writeFileSync(part, '{"customerName":"Maria')
  const now = Date.now()
  utimesSync(part, now / 1000, now / 1000)
  await replay(undefined, now + 30_000)
  expect(files()).toHaveLength(1)
  await replay(undefined, now + 61_000)
  expect(files()).toEqual([])
})

test('nothing waits where nothing was ever kept', async () => {
  expect(await replay()).toEqual([])
  expect(await spool.find('k')).toBeNull()
})
