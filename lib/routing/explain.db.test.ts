import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDb, db } from '../db'
import { explainProduct, searchProducts } from './explain'
import type { RoutingTable } from './table'

beforeAll(async () => {
  const [sale, shoes] = [
    await db().category.create({ data: { name: 'Sale' } }),
    await db().category.create({ data: { name: 'Shoes' } }),
  ]
  await db().product.create({
    data: {
      id: 920_001,
      name: 'Café sandal 100%_x',
      categories: {
        create: [
          { categoryId: sale.id, position: 0 },
          { categoryId: shoes.id, position: 1 },
        ],
      },
    },
  })
  await db().product.create({
    data: { id: 920_002, parentId: 920_001, name: 'Café sandal 42', variation: '42' },
  })
  const number = await db().number.create({ data: { digits: '919000000001', label: 'Ana' } })
  await db().routingRule.create({ data: { categoryId: sale.id, numberId: number.id, pausedAt: new Date() } })
  await db().routingRule.create({ data: { categoryId: shoes.id, numberId: number.id } })
})
afterAll(closeDb)

async function tableWith(ids: number[]): Promise<RoutingTable> {
  const categories = await db().productCategory.findMany({
    where: { productId: 920_001 },
    orderBy: { position: 'asc' },
  })
  const rules = await db().routingRule.findMany({
    where: { archivedAt: null, pausedAt: null },
    include: { number: true },
  })
  const blank = {
    name: '',
    variation: null,
    sku: null,
    price: null,
    currency: null,
    url: null,
    parentId: null,
  }
  return {
    store: {
      storeName: '',
      currency: 'USD',
      locale: 'en',
      templates: { product: '', cart: '', checkout: '', floating: '' },
      defaultNumber: null,
      rules: new Map(rules.map(rule => [rule.categoryId, rule])),
    },
    products: new Map(
      ids.map(id => [id, { ...blank, id, categoryIds: categories.map(row => row.categoryId) }]),
    ),
  }
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

test.each([920_001, 920_002])('tells product %i category by category', async id => {
  expect(await explainProduct({ id, table: await tableWith([id]) })).toMatchObject({
    reason: 'rule',
    digits: '919000000001',
    steps: [
      { category: 'Sale', rule: { state: 'paused' }, decides: false },
      { category: 'Shoes', rule: { state: 'active' }, decides: true },
    ],
  })
})

test('a product that is not there is not explained', async () => {
  expect(await explainProduct({ id: 920_999, table: await tableWith([]) })).toBeNull()
})
