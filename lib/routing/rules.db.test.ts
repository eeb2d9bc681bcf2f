import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeDb, db } from '../db'
import { uuidv7 } from '../uuid'
import { countProductsByRule, listEmptyRuleCategories, listProductsWithSeveralRules } from './coverage'
import { archiveUnusedNumber, listNumbers, renameNumber, setDefaultNumber } from './numbers'
import {
  archiveRule,
  countClicksByRule,
  createRule,
  findRule,
  listRuleCategories,
  listRules,
  pauseRule,
  resumeRule,
  updateRule,
} from './rules'

const ana = { number: '5511988887777', label: 'Ana' }
const ben = { number: '447700900123', label: 'Ben' }
const now = new Date('2026-02-01T00:00:00Z')
const since = new Date('2026-01-01T00:00:00Z')

beforeEach(async () => {
  await db().clickEvent.deleteMany()
  await db().settings.update({ where: { id: 1 }, data: { defaultNumberId: null } })
  await db().routingRule.deleteMany()
  await db().productCategory.deleteMany()
  await db().product.deleteMany({ where: { parentId: { not: null } } })
  await db().product.deleteMany()
  await db().category.deleteMany({ where: { parentId: { not: null } } })
  await db().category.deleteMany()
  await db().number.deleteMany()
})
afterAll(closeDb)

const findDefaultNumber = async () => (await listNumbers()).find(number => number.isDefault)

const addCategory = async (name: string, parentId: number | null = null) =>
  (await db().category.create({ data: { name, parentId } })).id

const addProduct = (id: number, categoryIds: number[], parentId: number | null = null) =>
  db().product.create({
    data: {
      id,
      parentId,
      name: `Product ${id}`,
      categories: { create: categoryIds.map((categoryId, position) => ({ categoryId, position })) },
    },
  })

async function addRule(categoryId: number, number: { number: string; label: string }): Promise<number> {
  const result = await createRule({ categoryId, ...number })
  if (!result.ok) throw new Error(result.reason)
  return result.id
}

test('of two creates for one category exactly one wins and the other is told whose it is', async () => {
  const categoryId = await addCategory('Shoes')
  const results = await Promise.all([createRule({ categoryId, ...ana }), createRule({ categoryId, ...ben })])
  const won = results.filter(result => result.ok)
  expect(won).toHaveLength(1)
  expect(results.filter(result => !result.ok)).toEqual([
    { ok: false, reason: 'taken', ruleId: won[0]?.ok && won[0].id, categoryName: 'Shoes' },
  ])
  // The loser's number is not left behind.
  expect(await listNumbers()).toHaveLength(1)
})

test('two rules made at once for one new number share its row', async () => {
  const [shoes, bags] = [await addCategory('Shoes'), await addCategory('Bags')]
  const results = await Promise.all([
    createRule({ categoryId: shoes, ...ana }),
    createRule({ categoryId: bags, ...ana }),
  ])
  expect(results.every(result => result.ok)).toBe(true)
  expect(await listNumbers()).toMatchObject([
    { digits: ana.number, label: 'Ana', ruleCount: 2, isDefault: false },
  ])
})

test('a category can have a rule again once its rule is archived', async () => {
  const categoryId = await addCategory('Shoes')
  const first = await addRule(categoryId, ana)
  expect(await archiveRule(first, now)).toBe(true)
  expect(await archiveRule(first, now)).toBe(false)
  expect(await pauseRule(first, now)).toBe(false)
  expect(await createRule({ categoryId, ...ben })).toMatchObject({ ok: true })
})

test('an archived category takes no new rule; its old one is listed as not acting', async () => {
  const categoryId = await addCategory('Shoes')
  await addRule(categoryId, ana)
  const other = await addCategory('Bags')
  await db().category.updateMany({ data: { archivedAt: new Date() } })
  expect(await createRule({ categoryId: other, ...ana })).toEqual({ ok: false, reason: 'category_gone' })
  expect(await listRules()).toMatchObject([{ state: 'category_archived' }])
  expect(await listRuleCategories()).toEqual([])
})

test('rules are listed by path with state and counted clicks only', async () => {
  const clothing = await addCategory('Clothing')
  const shirts = await addRule(await addCategory('Shirts', clothing), ana)
  const bags = await addRule(await addCategory('Bags'), ben)
  await pauseRule(shirts, now)
  const click = {
    pageType: 'product',
    deviceType: 'mobile',
    reason: 'rule',
    itemCount: 1,
    ruleId: bags,
  } as const
  await db().clickEvent.createMany({
    data: [
      { ...click, visitorKind: 'human' as const, occurredAt: new Date('2026-01-01T00:00:00Z') },
      { ...click, visitorKind: 'human' as const, occurredAt: new Date('2025-12-31T23:59:59Z') },
      { ...click, visitorKind: 'bot' as const, occurredAt: new Date('2026-01-02T00:00:00Z') },
    ].map(row => ({ ...row, id: uuidv7(Date.now()) })),
  })
  expect(await listRules()).toMatchObject([
    { id: bags, path: ['Bags'], state: 'active' },
    { id: shirts, path: ['Clothing', 'Shirts'], state: 'paused' },
  ])
  expect(await countClicksByRule(since)).toEqual(new Map([[bags, 1]]))
  await resumeRule(shirts)
  expect((await findRule(shirts))?.pausedAt).toBeNull()
})

test('an edit changes number and category, and is refused when it comes too late', async () => {
  const [shoes, bags, hats] = [
    await addCategory('Shoes'),
    await addCategory('Bags'),
    await addCategory('Hats'),
  ]
  const id = await addRule(shoes, ana)
  const hatsRule = await addRule(hats, ana)
  const seen = await findRule(id)
  const version = seen?.updatedAt ?? new Date(0)

  expect(await updateRule({ id, version, categoryId: hats, ...ben })).toEqual({
    ok: false,
    reason: 'taken',
    ruleId: hatsRule,
    categoryName: 'Hats',
  })
  expect(await updateRule({ id, version, categoryId: bags, ...ben })).toEqual({ ok: true })
  expect(await findRule(id)).toMatchObject({ category: { name: 'Bags' }, number: { digits: ben.number } })

  const late = { id, version, categoryId: bags, number: '15550000000', label: '' }
  expect(await updateRule(late)).toEqual({ ok: false, reason: 'changed_meanwhile' })
  await archiveRule(id, now)
  expect(await updateRule(late)).toEqual({ ok: false, reason: 'rule_gone' })
  expect(await db().number.count({ where: { digits: late.number } })).toBe(0)
})

test('an archived number comes back with its id; a blank label keeps the known one', async () => {
  await setDefaultNumber(ana)
  const before = await findDefaultNumber()
  expect(await archiveUnusedNumber(before?.id ?? 0, now)).toBe(false)
  await setDefaultNumber(ben)
  expect(await archiveUnusedNumber(before?.id ?? 0, now)).toBe(true)
  expect(await renameNumber({ id: before?.id ?? 0, label: 'x' })).toBe(false)

  await setDefaultNumber({ number: ana.number, label: '' })
  expect(before).toMatchObject({ digits: ana.number, label: 'Ana' })
  expect(await findDefaultNumber()).toEqual(before)
  expect(await renameNumber({ id: before?.id ?? 0, label: 'Anna' })).toBe(true)
  expect((await findDefaultNumber())?.label).toBe('Anna')
})

test('coverage: empty rules, and products that several rules claim, in the product’s own order', async () => {
  const [shoes, sale, empty] = [
    await addCategory('Shoes'),
    await addCategory('Sale'),
    await addCategory('Empty'),
  ]
  const parentOnly = await addCategory('Parent')
  const child = await addCategory('Child', parentOnly)
  const shoesRule = await addRule(shoes, ana)
  const saleRule = await addRule(sale, ben)
  await addRule(empty, ana)
  await addRule(parentOnly, ana)
  await addProduct(1, [sale, shoes])
  await addProduct(2, [shoes])
  await addProduct(3, [child])
  await addProduct(4, [empty]).then(() =>
    db().product.update({ where: { id: 4 }, data: { archivedAt: new Date() } }),
  )
  // A variation counts through its parent only.
  await addProduct(11, [], 1)

  expect((await listEmptyRuleCategories()).map(rule => rule.category.name)).toEqual(['Empty', 'Parent'])
  expect(await listProductsWithSeveralRules({ limit: 5 })).toEqual({
    total: 1,
    products: [
      {
        id: 1,
        name: 'Product 1',
        winner: { category: 'Sale', number: ben.number },
        others: [{ category: 'Shoes', number: ana.number }],
      },
    ],
  })
  expect(await countProductsByRule()).toEqual(
    new Map([
      [saleRule, 1],
      [shoesRule, 1],
    ]),
  )

  await pauseRule(saleRule, now)
  expect(await listProductsWithSeveralRules({ limit: 5 })).toEqual({ total: 0, products: [] })
  expect(await countProductsByRule()).toEqual(new Map([[shoesRule, 2]]))
})
