import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeDb, db } from '../db'
import { uuidv7 } from '../uuid'
import { countCoverage, countProductsByRule, readCoverage } from './coverage'
import { listRoutingTree } from './tree'

const since = new Date('2026-01-01T00:00:00Z')
const before = new Date('2025-12-01T00:00:00Z')
const during = new Date('2026-01-10T00:00:00Z')

beforeEach(async () => {
  await db().clickEvent.deleteMany()
  await db().settings.update({ where: { id: 1 }, data: { defaultNumberId: null } })
  await db().routingRule.deleteMany()
  await db().productCategory.deleteMany()
  await db().product.deleteMany({ where: { parentId: { not: null } } })
  await db().product.deleteMany()
  await db().category.updateMany({ data: { parentId: null } })
  await db().category.deleteMany()
  await db().number.deleteMany()
})
afterAll(closeDb)

const addNumber = async (label: string) =>
  (await db().number.create({ data: { label, digits: `1555000${label.length}${label.charCodeAt(0)}` } })).id
const addCategory = async (name: string, parentId: number | null = null) =>
  (await db().category.create({ data: { name, parentId } })).id
type RuleFacts = { coversSubcategories?: boolean; createdAt?: Date; pausedAt?: Date }
const addRule = async (categoryId: number, numberId: number, facts: RuleFacts = {}) =>
  (await db().routingRule.create({ data: { categoryId, numberId, createdAt: before, ...facts } })).id
const addProduct = async (id: number, categoryIds: number[], parentId: number | null = null) =>
  db().product.create({
    data: {
      id,
      parentId,
      name: `Product ${id}`,
      categories: { create: categoryIds.map((categoryId, position) => ({ categoryId, position })) },
    },
  })

type ClickFacts = { ruleId?: number; occurredAt?: Date; via?: string; visitorKind?: 'human' | 'bot' }
async function click(productId: number, times: number, facts: ClickFacts = {}): Promise<void> {
  await db().clickEvent.createMany({
    data: Array.from({ length: times }, () => ({
      id: uuidv7(during.getTime()),
      occurredAt: during,
      productId,
      pageType: 'product' as const,
      deviceType: 'mobile' as const,
      visitorKind: 'human' as const,
      reason: facts.ruleId ? ('rule' as const) : ('no_rule' as const),
      itemCount: 1,
      ...facts,
    })),
  })
}
const coverage = () => readCoverage({ since, limit: 10 })

test('categories and products without a rule, by the clicks they lost', async () => {
  const ana = await addNumber('Ana')
  const clothing = await addCategory('Clothing')
  const [shoes, bags, hats] = [
    await addCategory('Shoes', clothing),
    await addCategory('Bags'),
    await addCategory('Hats'),
  ]
  await addCategory('Empty')
  const rule = await addRule(hats, ana)
  await addProduct(1, [shoes])
  await addProduct(2, [bags, shoes])
  await addProduct(3, [hats, bags])
  await addProduct(4, [])
  await addProduct(11, [], 1)
  await addProduct(5, [bags])
  await db().product.update({ where: { id: 5 }, data: { archivedAt: during } })
  await click(1, 2)
  // A variation's clicks are its product's.
  await click(11, 3)
  await click(2, 1)
  await click(4, 9)
  await click(3, 7, { ruleId: rule })
  await click(1, 50, { occurredAt: before })
  await click(2, 50, { visitorKind: 'bot' })
  const report = await coverage()
  expect(report.categories).toEqual([
    { id: shoes, path: ['Clothing', 'Shoes'], products: 2, clicks: 6 },
    { id: bags, path: ['Bags'], products: 2, clicks: 1 },
  ])
  expect(report.products).toMatchObject({ total: 3, clicks: 15 })
  expect(report.products.first).toMatchObject([
    { id: 4, name: 'Product 4', clicks: 9, categories: [] },
    { id: 1, clicks: 5, categories: [{ id: shoes, path: ['Clothing', 'Shoes'] }] },
    { id: 2, clicks: 1, categories: [{ id: bags }, { id: shoes }] },
  ])
})

test('a rule that covers what is below it covers its products, too', async () => {
  const ana = await addNumber('Ana')
  const clothing = await addCategory('Clothing')
  const shoes = await addCategory('Shoes', clothing)
  await addProduct(1, [shoes])
  const rule = await addRule(clothing, ana)
  expect(await coverage()).toMatchObject({
    products: { total: 1 },
    categories: [{ id: shoes }],
    unreachableRules: [{ id: rule }],
  })
  expect(await countCoverage()).toEqual({ unreachableRules: 1, ambiguousProducts: 0 })
  await db().routingRule.update({ where: { id: rule }, data: { coversSubcategories: true } })
  expect(await coverage()).toMatchObject({ products: { total: 0 }, categories: [], unreachableRules: [] })
  expect(await countCoverage()).toEqual({ unreachableRules: 0, ambiguousProducts: 0 })
  expect(await countProductsByRule()).toEqual(new Map([[rule, 1]]))
})

test('products that rules with different numbers claim, and who wins', async () => {
  const [ana, ben] = [await addNumber('Ana'), await addNumber('Ben')]
  const [shoes, sale, boots, plain] = [
    await addCategory('Shoes'),
    await addCategory('Sale'),
    await addCategory('Boots'),
    await addCategory('Plain'),
  ]
  const [shoesRule, saleRule] = [await addRule(shoes, ana), await addRule(sale, ben)]
  await addRule(boots, ana)
  await addProduct(1, [plain, sale, shoes])
  // Two rules, but one number: nothing a merchant should know about.
  await addProduct(2, [shoes, boots])
  await addProduct(3, [shoes, boots, sale])
  await click(3, 4, { ruleId: shoesRule })
  const { ambiguous } = await coverage()
  expect(ambiguous.total).toBe(2)
  expect(ambiguous.first).toMatchObject([
    {
      id: 3,
      clicks: 4,
      contenders: [
        { id: shoes, number: { label: 'Ana' } },
        { id: boots, number: { label: 'Ana' } },
        { id: sale, number: { label: 'Ben' } },
      ],
    },
    {
      id: 1,
      clicks: 0,
      contenders: [
        { id: sale, path: ['Sale'], ruleId: saleRule, number: { label: 'Ben' } },
        { id: shoes, ruleId: shoesRule, number: { label: 'Ana' } },
      ],
    },
  ])
  expect(await countProductsByRule()).toEqual(
    new Map([
      [saleRule, 1],
      [shoesRule, 2],
    ]),
  )
})

test('rules that never fired, reach nothing or are paused; numbers used nowhere', async () => {
  const [ana, ben, spare] = [await addNumber('Ana'), await addNumber('Ben'), await addNumber('Spare')]
  const lonely = await addNumber('Lonely')
  await db().number.update({ where: { id: ana }, data: { backupNumberId: spare } })
  await db().settings.update({ where: { id: 1 }, data: { defaultNumberId: ben } })
  const [fires, idle, young, empty, gone, paused] = [
    await addCategory('Fires'),
    await addCategory('Idle'),
    await addCategory('Young'),
    await addCategory('Empty'),
    await addCategory('Gone'),
    await addCategory('Paused'),
  ]
  for (const [index, category] of [fires, idle, young, gone, paused].entries())
    await addProduct(index + 1, [category])
  const firing = await addRule(fires, ana)
  const idleRule = await addRule(idle, ana)
  await addRule(young, ana, { createdAt: during })
  const emptyRule = await addRule(empty, ana)
  const goneRule = await addRule(gone, ana)
  const pausedRule = await addRule(paused, ana, { pausedAt: during })
  await db().category.update({ where: { id: gone }, data: { archivedAt: during } })
  await click(1, 1, { ruleId: firing })
  await click(2, 5, { ruleId: idleRule, occurredAt: before })
  expect(await coverage()).toMatchObject({
    idleRules: [{ id: idleRule, path: ['Idle'] }],
    unreachableRules: [
      { id: emptyRule, state: 'active' },
      { id: goneRule, state: 'category_archived' },
    ],
    pausedRules: [{ id: pausedRule }],
    unusedNumbers: [{ id: lonely }],
  })
})

test('which rules met in carts that mixed numbers, while they still send to different ones', async () => {
  const [ana, ben] = [await addNumber('Ana'), await addNumber('Ben')]
  const [shoes, bags, hats] = [
    await addCategory('Shoes'),
    await addCategory('Bags'),
    await addCategory('Hats'),
  ]
  const [byShoes, byBags, byHats] = [
    await addRule(shoes, ana),
    await addRule(bags, ben),
    await addRule(hats, ben),
  ]
  await click(1, 2, { ruleId: byShoes, via: `mixed:${byBags}` })
  await click(1, 1, { ruleId: byShoes, via: `mixed:${byBags};hours>backup` })
  await click(2, 4, { ruleId: byBags, via: `mixed:${byShoes}` })
  await click(3, 1, { ruleId: byHats, via: `mixed:${byShoes}` })
  // Older ones did not keep which.
  await click(1, 1, { ruleId: byShoes, via: 'mixed' })
  await click(1, 9, { ruleId: byShoes, via: 'hours>backup' })
  await click(1, 9, { ruleId: byShoes, via: `mixed:${byBags}`, visitorKind: 'bot' })
  await click(1, 9, { ruleId: byShoes, via: `mixed:${byBags}`, occurredAt: before })
  expect((await coverage()).mixedCarts).toMatchObject({
    total: 9,
    pairs: [
      { first: { id: byBags, number: { label: 'Ben' } }, second: { id: byShoes }, carts: 7, byFirst: 4 },
      { first: { id: byHats, path: ['Hats'] }, second: { id: byShoes }, carts: 1, byFirst: 1 },
    ],
  })
  await db().routingRule.update({ where: { id: byBags }, data: { numberId: ana } })
  expect((await coverage()).mixedCarts).toMatchObject({ total: 9, pairs: [{ first: { id: byHats } }] })
})

test('the tree with the number of every category and why', async () => {
  const [ana, ben] = [await addNumber('Ana'), await addNumber('Ben')]
  await db().settings.update({ where: { id: 1 }, data: { defaultNumberId: ben } })
  const clothing = await addCategory('Clothing')
  const shoes = await addCategory('Shoes', clothing)
  await addCategory('Hats')
  const rule = await addRule(clothing, ana, { coversSubcategories: true })
  const paused = await addRule(shoes, ben, { pausedAt: during })
  await addProduct(1, [shoes])
  const own = { id: rule, numberId: ana, coversSubcategories: true, paused: false }
  expect(await listRoutingTree()).toMatchObject([
    { path: ['Clothing'], depth: 0, why: 'own', own, number: { label: 'Ana' }, products: 0 },
    {
      path: ['Clothing', 'Shoes'],
      depth: 1,
      why: 'covered',
      own: { id: paused, paused: true },
      acting: { ruleId: rule, categoryId: clothing },
      number: { label: 'Ana', paused: false },
      products: 1,
    },
    { path: ['Hats'], why: 'default', own: null, acting: null, number: { label: 'Ben' } },
  ])
})
