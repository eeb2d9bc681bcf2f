import { beforeEach, expect, test } from 'vitest'
import { db } from '../db'
import { readCoverage } from '../routing/coverage'
import { listNumbers } from '../routing/numbers'
import { listRoutingTree } from '../routing/tree'
import { uuidv7 } from '../uuid'
import { countDemo, removeDemo } from './remove'
import { seedDemo } from './seed'
import { demoProducts } from './shop'

beforeEach(async () => {
  await db().settings.update({
    where: { id: 1 },
    data: { storeName: 'My shop', currency: 'USD', demoStoreEnabled: false, defaultNumberId: null },
  })
  await db().$executeRaw`TRUNCATE click_events, orders, order_items`
  await db().$executeRaw`DELETE FROM routing_rules`
  await db().$executeRaw`DELETE FROM product_categories`
  for (const table of ['products', 'categories']) {
    await db().$executeRawUnsafe(`UPDATE ${table} SET parent_id = NULL`)
    await db().$executeRawUnsafe(`DELETE FROM ${table}`)
  }
  await db().$executeRaw`DELETE FROM numbers`
  await db().$executeRaw`ALTER SEQUENCE numbers_id_seq RESTART`
})

const categoryId = async (name: string) => (await db().category.findFirstOrThrow({ where: { name } })).id

test('fills an empty store once, also from two instances at a time', async () => {
  const done = await Promise.all([seedDemo(db()), seedDemo(db())])
  expect(done.sort()).toEqual([false, true])
  expect(await db().product.count({ where: { parentId: null } })).toBe(demoProducts.length)
  expect(new Set((await db().routingRule.findMany()).map(rule => rule.numberId)).size).toBe(3)
  const inBoth = await db().product.findUniqueOrThrow({
    where: { id: 1013n },
    select: {
      categories: { orderBy: { position: 'asc' }, select: { category: { select: { name: true } } } },
    },
  })
  expect(inBoth.categories.map(row => row.category.name)).toEqual(['Planters', 'Succulents'])
})

test('every feature of the desk has something to show', async () => {
  await seedDemo(db())
  const report = await readCoverage({ since: new Date(0), limit: 10 })
  expect(report).toMatchObject({
    categories: [{ path: ['Tools'], products: 2 }],
    products: { total: 3 },
    ambiguous: { total: 2 },
    unreachableRules: [],
    unusedNumbers: [],
  })
  const tree = await listRoutingTree()
  const numberOf = (name: string) => tree.find(({ path }) => path.at(-1) === name)
  expect(numberOf('Indoor plants')).toMatchObject({
    why: 'covered',
    number: { label: 'Priya, plants (demo)' },
  })
  expect(numberOf('Succulents')).toMatchObject({ why: 'own', number: { label: 'Sam, succulents (demo)' } })
  const sam = (await listNumbers()).find(({ hours }) => hours !== null)
  expect(sam).toMatchObject({ label: 'Sam, succulents (demo)', backup: { label: 'Priya, plants (demo)' } })
})

test('leaves a store with anything in it alone', async () => {
  await db().number.create({ data: { digits: '5511988887777' } })
  expect(await seedDemo(db())).toBe(false)
})

test('leaves nothing behind, and does not come back', async () => {
  await seedDemo(db())
  const click = {
    pageType: 'product',
    deviceType: 'mobile',
    visitorKind: 'human',
    reason: 'rule',
    itemCount: 1,
  } as const
  const demo = await db().number.findFirstOrThrow()
  await db().clickEvent.create({
    data: {
      ...click,
      id: uuidv7(1),
      occurredAt: new Date(),
      productId: 1001n,
      numberId: demo.id,
      number: demo.digits,
    },
  })
  const announced = await countDemo()
  expect(announced).toEqual({ products: 16, categories: 7, rules: 4, numbers: 4, orders: 0, clicks: 1 })
  expect(await removeDemo(null)).toEqual(announced)

  expect(await db().product.count()).toBe(0)
  expect(await db().category.count()).toBe(0)
  expect(await db().number.count()).toBe(0)
  expect(await db().clickEvent.count()).toBe(0)
  const settings = await db().settings.findUniqueOrThrow({ where: { id: 1 } })
  expect(settings).toMatchObject({ storeName: 'My shop', defaultNumberId: null, demoStoreEnabled: false })
  expect(await removeDemo(null)).toEqual({
    products: 0,
    categories: 0,
    rules: 0,
    numbers: 0,
    orders: 0,
    clicks: 0,
  })
  expect(await seedDemo(db())).toBe(false)
})

test('keeps what the merchant made, and what that needs', async () => {
  await seedDemo(db())
  const mine = await db().number.create({ data: { digits: '5511988887777', label: 'Mine' } })
  await db().settings.update({ where: { id: 1 }, data: { storeName: 'Own', defaultNumberId: mine.id } })
  // An own product below a demo category, with an own number answering it.
  const succulents = await categoryId('Succulents')
  await db().product.create({
    data: { id: 5n, name: 'Cactus', categories: { create: { categoryId: succulents, position: 0 } } },
  })
  await db().routingRule.updateMany({ where: { categoryId: succulents }, data: { numberId: mine.id } })
  // An own rule that sends to a demo number, and an own variation of a demo product.
  const own = await db().category.create({ data: { name: 'Own' } })
  const demoNumber = await db().number.findFirstOrThrow({ where: { isDemo: true } })
  await db().routingRule.create({ data: { categoryId: own.id, numberId: demoNumber.id } })
  await db().product.create({ data: { id: 6n, name: 'Mug - Red', variation: 'Red', parentId: 1008n } })

  await removeDemo(null)

  const categories = await db().category.findMany({ orderBy: { name: 'asc' } })
  expect(categories.map(category => [category.name, category.isDemo])).toEqual([
    ['Mugs & cups', false],
    ['Own', false],
    ['Plants', false],
    ['Pottery', false],
    ['Succulents', false],
  ])
  const products = await db().product.findMany({ orderBy: { id: 'asc' } })
  expect(products.map(product => [Number(product.id), product.isDemo])).toEqual([
    [5, false],
    [6, false],
    [1008, false],
  ])
  const rules = await db().routingRule.findMany()
  expect(rules.map(rule => [rule.categoryId, rule.numberId])).toEqual([[succulents, mine.id]])
  const settings = await db().settings.findUniqueOrThrow({ where: { id: 1 } })
  expect(settings).toMatchObject({ storeName: 'Own', defaultNumberId: mine.id })
})
