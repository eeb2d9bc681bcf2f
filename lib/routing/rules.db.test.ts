import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeDb, db } from '../db'
import { uuidv7 } from '../uuid'
import { listNumbers, setDefaultNumber } from './numbers'
import {
  archiveRules,
  assignNumber,
  countClicksByRule,
  createRule,
  findRule,
  listRuleCategories,
  listRules,
  pauseRules,
  resumeRules,
  updateRule,
} from './rules'

const ana = { number: '5511988887777', label: 'Ana' }
const ben = { number: '447700900123', label: 'Ben' }
const plain = { coversSubcategories: false }
const now = new Date('2026-02-01T00:00:00Z')
const since = new Date('2026-01-01T00:00:00Z')

beforeEach(async () => {
  await db().clickEvent.deleteMany()
  await db().settings.update({ where: { id: 1 }, data: { defaultNumberId: null } })
  await db().routingRule.deleteMany()
  await db().category.deleteMany({ where: { parentId: { not: null } } })
  await db().category.deleteMany()
  await db().number.deleteMany()
})
afterAll(closeDb)

const findDefaultNumber = async () => (await listNumbers()).find(number => number.isDefault)

const addCategory = async (name: string, parentId: number | null = null) =>
  (await db().category.create({ data: { name, parentId } })).id

async function addRule(categoryId: number, number: { number: string; label: string }): Promise<number> {
  const result = await createRule({ ...plain, categoryId, ...number }, null)
  if (!result.ok) throw new Error(result.reason)
  return result.id
}

test('of two creates for one category exactly one wins and the other is told whose it is', async () => {
  const categoryId = await addCategory('Shoes')
  const results = await Promise.all([
    createRule({ ...plain, categoryId, ...ana }, null),
    createRule({ ...plain, categoryId, ...ben }, null),
  ])
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
    createRule({ ...plain, categoryId: shoes, ...ana }, null),
    createRule({ ...plain, categoryId: bags, ...ana }, null),
  ])
  expect(results.every(result => result.ok)).toBe(true)
  expect(await listNumbers()).toMatchObject([
    { digits: ana.number, label: 'Ana', ruleCount: 2, isDefault: false },
  ])
})

test('a category can have a rule again once its rule is archived', async () => {
  const categoryId = await addCategory('Shoes')
  const first = await addRule(categoryId, ana)
  expect(await archiveRules([first], now, null)).toBe(1)
  expect(await archiveRules([first], now, null)).toBe(0)
  expect(await pauseRules([first], now, null)).toBe(0)
  expect(await createRule({ ...plain, categoryId, ...ben }, null)).toMatchObject({ ok: true })
})

test('an archived category takes no new rule; its old one is listed as not acting', async () => {
  const categoryId = await addCategory('Shoes')
  await addRule(categoryId, ana)
  const other = await addCategory('Bags')
  await db().category.updateMany({ data: { archivedAt: new Date() } })
  expect(await createRule({ ...plain, categoryId: other, ...ana }, null)).toEqual({
    ok: false,
    reason: 'category_gone',
  })
  expect(await listRules()).toMatchObject([{ state: 'category_archived' }])
  expect(await listRuleCategories()).toEqual([])
})

test('rules are listed by path with state and counted clicks only', async () => {
  const clothing = await addCategory('Clothing')
  const shirts = await addRule(await addCategory('Shirts', clothing), ana)
  const bags = await addRule(await addCategory('Bags'), ben)
  expect(await pauseRules([shirts, shirts], now, null)).toBe(1)
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
  expect(await resumeRules([shirts, bags], null)).toBe(1)
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

  expect(await updateRule({ ...plain, id, version, categoryId: hats, ...ben }, null)).toEqual({
    ok: false,
    reason: 'taken',
    ruleId: hatsRule,
    categoryName: 'Hats',
  })
  expect(await updateRule({ ...plain, id, version, categoryId: bags, ...ben }, null)).toEqual({ ok: true })
  expect(await findRule(id)).toMatchObject({ category: { name: 'Bags' }, number: { digits: ben.number } })

  const late = { ...plain, id, version, categoryId: bags, number: '15550000000', label: '' }
  expect(await updateRule(late, null)).toMatchObject({
    ok: false,
    reason: 'changed_meanwhile',
    current: { id, number: { digits: ben.number }, category: { name: 'Bags' } },
  })
  await archiveRules([id], now, null)
  expect(await updateRule(late, null)).toEqual({ ok: false, reason: 'rule_gone' })
  expect(await db().number.count({ where: { digits: late.number } })).toBe(0)
})

test('one number for many categories: new rules, changed rules, and those that have it already', async () => {
  const [shoes, bags, hats, gone] = [
    await addCategory('Shoes'),
    await addCategory('Bags'),
    await addCategory('Hats'),
    await addCategory('Gone'),
  ]
  const rule = await addRule(shoes, ana)
  await addRule(bags, ben)
  await pauseRules([rule], now, null)
  await db().category.update({ where: { id: gone }, data: { archivedAt: now } })
  const assigned = await assignNumber({ ...ben, categoryIds: [shoes, bags, hats, gone] }, null)
  expect(assigned).toEqual({ created: 1, changed: 1 })
  expect(await listRules()).toMatchObject([
    { path: ['Bags'], number: { digits: ben.number }, state: 'active' },
    { path: ['Hats'], number: { digits: ben.number }, state: 'active' },
    { id: rule, path: ['Shoes'], number: { digits: ben.number }, state: 'paused' },
  ])
})

test('an archived number comes back with its id; a blank label keeps the known one', async () => {
  await setDefaultNumber(ana, null)
  const before = await findDefaultNumber()
  await setDefaultNumber(ben, null)
  await db().number.update({ where: { id: before?.id ?? 0 }, data: { archivedAt: now } })
  await setDefaultNumber({ number: ana.number, label: '' }, null)
  expect(before).toMatchObject({ digits: ana.number, label: 'Ana' })
  expect(await findDefaultNumber()).toMatchObject({ id: before?.id, label: 'Ana', isDefault: true })
})
