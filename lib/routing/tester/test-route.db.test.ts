import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchProducts } from '../../catalog/search-products'
import { VisitClassifier } from '../../clicks/visit'
import { closeDb, db } from '../../db'
import { answer } from '../../redirect/answer'
import { loadProducts, loadStoreFacts } from '../load-table'
import type { RoutingTable, TableProduct } from '../table'
import { testRoute } from './test-route'

const sunday = Date.parse('2026-11-29T23:30:00Z')
const monday = Date.parse('2026-11-30T10:00:00Z')
const weekdays = [{ from: 540, to: 1080 }]
const officeHours = [weekdays, weekdays, weekdays, weekdays, weekdays, [], []]

let table: RoutingTable

beforeAll(async () => {
  const category = (name: string, parentId: number | null = null) =>
    db().category.create({ data: { name, parentId } })
  const sale = await category('Sale')
  const shoes = await category('Shoes')
  const boots = await category('Boots', shoes.id)
  const ben = await db().number.create({ data: { digits: '919000000002', label: 'Ben' } })
  const ana = await db().number.create({
    data: {
      digits: '919000000001',
      label: 'Ana',
      hours: officeHours,
      timeZone: 'UTC',
      backupNumberId: ben.id,
    },
  })
  await db().settings.update({
    where: { id: 1 },
    data: { defaultNumberId: ben.id, productTemplate: 'I want {product} ({variation})' },
  })
  await db().routingRule.create({ data: { categoryId: sale.id, numberId: ben.id, pausedAt: new Date() } })
  await db().routingRule.create({
    data: { categoryId: shoes.id, numberId: ana.id, coversSubcategories: true },
  })
  const into = (...categories: { id: number }[]) => ({
    create: categories.map(({ id }, position) => ({ categoryId: id, position })),
  })
  await db().product.create({
    data: {
      id: 920_001,
      name: 'Café sandal 100%_x',
      url: 'https://shop.example/sandal/',
      categories: into(sale, boots, shoes),
    },
  })
  await db().product.create({
    data: { id: 920_002, parentId: 920_001, name: 'Café sandal 42', variation: '42' },
  })
  await db().product.create({ data: { id: 920_003, name: 'Loose lace' } })
  table = await readTable()
})
afterAll(closeDb)

async function readTable(): Promise<RoutingTable> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    const products = new Map<number, TableProduct>()
    for await (const page of loadProducts(client)) for (const one of page) products.set(one.id, one)
    return { store: await loadStoreFacts(client), products }
  } finally {
    await client.end()
  }
}

async function tested(text: string, now = monday) {
  const result = await testRoute({ text, table, now })
  if (result.kind !== 'tested') throw new Error(`${text}: ${result.kind}`)
  return result.route
}

test.each([
  ['920002', 920_002],
  ['cafe sandal 42', 920_002],
  ['100%_', 920_001],
])('finds %s', async (text, id) => {
  expect((await searchProducts({ text, limit: 5 }))[0]?.id).toBe(id)
})

test.each(['cafe_sandal', '%42', '', '\0'])('%j is no pattern', async text => {
  expect(await searchProducts({ text, limit: 5 })).toEqual([])
})

test.each([
  ['920001', '/go/product/920001'],
  ['cafe sandal 100', '/go/product/920001'],
  ['https://www.shop.example/sandal?utm_source=x', '/go/product/920001'],
  ['https://chat.example/go/product/920001?variation=920002', '/go/product/920001?variation=920002'],
  ['920003:1,920001:2', '/go/cart?items=920003:1,920001:2'],
  ['920999', '/go/product/920999'],
])('%s is tested as %s', async (text, link) => {
  expect((await tested(text)).link).toBe(link)
})

test.each([
  ['', { kind: 'nothing' }],
  ['no such thing', { kind: 'not_found', what: 'words' }],
  ['https://shop.example/elsewhere', { kind: 'not_found', what: 'page' }],
])('%j has no route', async (text, result) => {
  expect(await testRoute({ text, table, now: monday })).toEqual(result)
})

test('every step is told: a paused rule, one that covers from above, one that came too late', async () => {
  const { items } = await tested('/go/product/920001?variation=920002')
  expect(items[0]?.steps).toMatchObject([
    { path: ['Sale'], outcome: 'paused', rule: { number: { label: 'Ben' } }, coveredBy: null },
    {
      path: ['Shoes', 'Boots'],
      outcome: 'decides',
      rule: { number: { label: 'Ana' } },
      coveredBy: ['Shoes'],
    },
    { path: ['Shoes'], outcome: 'lost', rule: { number: { label: 'Ana' } }, coveredBy: null },
  ])
})

test('outside its hours a number says when it opens, and its backup takes over', async () => {
  expect((await tested('920001', sunday)).numbers).toMatchObject([
    { role: 'first', state: 'hours', number: { label: 'Ana' }, clock: 6 * 1440 + 1410, opens: 540 },
    { role: 'backup', state: 'open', number: { label: 'Ben' } },
  ])
  expect((await tested('920001', monday)).numbers).toMatchObject([{ role: 'first', state: 'open' }])
})

test.each([
  ['/go/product/920001?variation=920002&qty=3', sunday],
  ['/go/product/920001', monday],
  ['/go/cart?items=920003:1,920002:2', sunday],
  ['/go/cart?items=', monday],
  ['/go/chat', monday],
  ['/go/product/920999', monday],
])('%s leads where the redirect leads', async (link, now) => {
  const visits = new VisitClassifier()
  const real = answer(
    { method: 'GET', url: link, header: () => undefined, address: '' },
    { table, visits, now },
  )
  const { message, decision } = await tested(link, now)
  expect(message?.url).toBe(real.headers.Location)
  expect(real.click).toMatchObject({ ruleId: decision.ruleId, reason: decision.reason, via: decision.via })
})
