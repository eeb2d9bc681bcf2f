import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { updateProductCategories } from '../catalog/product-categories'
import { closeDb, db } from '../db'
import { createNumber, pauseNumber } from '../routing/change-numbers'
import { archiveRules, createRule, updateRule } from '../routing/rules'
import { generalFields, getGeneralSettings, updateGeneral } from '../settings/general'
import { versionOf } from '../settings/saving'
import { changeQuery } from './change-query'
import { changing } from './changing'
import { listActors, listChanges } from './list-changes'

const ana = { id: 7, email: 'ana@example.com' }
const now = new Date('2026-02-01T00:00:00Z')

beforeEach(async () => {
  await db().settings.update({ where: { id: 1 }, data: { defaultNumberId: null } })
  await db().routingRule.deleteMany()
  await db().productCategory.deleteMany()
  await db().product.deleteMany()
  await db().category.updateMany({ data: { parentId: null } })
  await db().category.deleteMany()
  await db().number.deleteMany()
  await db().change.deleteMany()
})
afterAll(closeDb)

async function history(query: Record<string, string> = {}, limit = 50) {
  return listChanges({ query: changeQuery.parse(query), timeZone: 'UTC', limit })
}

async function addCategory(name: string, parentId: number | null = null): Promise<number> {
  return (await db().category.create({ data: { name, parentId } })).id
}

async function forget(): Promise<void> {
  await db().change.deleteMany()
}

test('a rule from its first to its last day, with who and what', async () => {
  const shoes = await addCategory('Shoes', await addCategory('Clothing'))
  await forget()
  const created = await createRule(
    { categoryId: shoes, number: '5511988887777', label: 'Ana', coversSubcategories: false },
    ana,
  )
  const id = created.ok ? created.id : 0
  const version = (await db().routingRule.findUniqueOrThrow({ where: { id } })).updatedAt
  const edit = { id, version, categoryId: shoes, number: '447700900123', label: 'Ben' }
  await updateRule({ ...edit, coversSubcategories: true }, ana)
  await archiveRules([id], now, null)
  const { changes } = await history({ what: 'rule' })
  expect(changes).toMatchObject([
    { action: 'archived', actor: null, label: 'Clothing › Shoes', entityId: id, facts: [] },
    {
      action: 'changed',
      actor: ana.email,
      facts: [
        { name: 'Number', before: 'Ana (+55 11 98888-7777)', after: 'Ben (+44 7700 900123)' },
        { name: 'Covers subcategories', before: 'no', after: 'yes' },
      ],
    },
    {
      action: 'created',
      actor: ana.email,
      facts: [
        { name: 'Category', before: null, after: 'Clothing › Shoes' },
        { name: 'Number', before: null, after: 'Ana (+55 11 98888-7777)' },
      ],
    },
  ])
})

test('numbers, settings and categories; a save that changes nothing leaves nothing', async () => {
  const created = await createNumber(
    { number: '5511988887777', label: 'Ana', backupNumberId: null, timeZone: null, hours: null },
    ana,
  )
  await pauseNumber(created.ok ? created.id : 0, now, ana)
  const general = { currency: 'USD', locale: 'en-US', timeZone: 'UTC', demoStoreEnabled: false }
  const name = async (storeName: string, actor: typeof ana | null) =>
    updateGeneral(
      { ...general, storeName, version: versionOf(generalFields(await getGeneralSettings())) },
      actor,
    )
  await name('One', null)
  await forget()
  await name('Two', ana)
  await name('Two', ana)
  const parent = await addCategory('Clothing')
  const child = await addCategory('Shoes')
  await changing(ana, tx =>
    tx.category.update({ where: { id: child }, data: { parentId: parent, name: 'Boots' } }),
  )
  await changing(ana, tx => tx.category.update({ where: { id: child }, data: { position: 9 } }))
  await changing(ana, tx => tx.category.update({ where: { id: child }, data: { archivedAt: now } }))
  const { changes } = await history()
  expect(changes.map(change => [change.entity, change.action, change.actor, change.label])).toEqual([
    ['category', 'archived', ana.email, 'Clothing › Boots'],
    ['category', 'changed', ana.email, 'Clothing › Boots'],
    ['category', 'created', null, 'Shoes'],
    ['category', 'created', null, 'Clothing'],
    ['settings', 'changed', ana.email, 'Settings'],
  ])
  expect(changes[1]?.facts).toEqual([
    { name: 'Name', before: 'Shoes', after: 'Boots' },
    { name: 'Inside', before: 'top level', after: 'Clothing' },
  ])
  expect(changes[4]?.facts).toEqual([{ name: 'Shop name', before: 'One', after: 'Two' }])
})

test('an actor stays in their own transaction', async () => {
  await changing(ana, tx => tx.category.create({ data: { name: 'Hers' } }))
  await addCategory('Nobody’s')
  const { changes } = await history()
  expect(changes.map(change => change.actor)).toEqual([null, ana.email])
})

describe('the categories of a product', () => {
  let [shoes, sale, hats] = [0, 0, 0]
  beforeEach(async () => {
    ;[shoes, sale, hats] = [await addCategory('Shoes'), await addCategory('Sale'), await addCategory('Hats')]
    await db().product.create({
      data: { id: 1, name: 'Boot', categories: { create: [{ categoryId: shoes, position: 0 }] } },
    })
  })
  const ofProducts = async () => (await history({ what: 'product' })).changes

  test('are no news of a new product', async () => {
    expect(await ofProducts()).toEqual([])
  })

  test('in a new order are one change', async () => {
    await updateProductCategories({ id: 1, seen: [shoes], categoryIds: [sale, shoes, hats] }, ana)
    await updateProductCategories({ id: 1, seen: [sale, shoes, hats], categoryIds: [shoes, hats, sale] }, ana)
    expect(await ofProducts()).toMatchObject([
      {
        label: 'Boot',
        entityId: 1,
        actor: ana.email,
        facts: [{ name: 'Categories, in order', before: 'Sale, Shoes, Hats', after: 'Shoes, Hats, Sale' }],
      },
      { facts: [{ before: 'Shoes', after: 'Sale, Shoes, Hats' }] },
    ])
  })

  test('saved as they were leave nothing', async () => {
    await updateProductCategories({ id: 1, seen: [shoes], categoryIds: [shoes] }, ana)
    expect(await ofProducts()).toEqual([])
  })

  test('put back by a later statement of the same transaction leave nothing', async () => {
    await changing(ana, async tx => {
      await tx.productCategory.create({ data: { productId: 1, categoryId: sale, position: 1 } })
      await tx.productCategory.deleteMany({ where: { productId: 1, categoryId: sale } })
    })
    expect(await ofProducts()).toEqual([])
  })

  test('changed by several statements are one row, from the first to the last', async () => {
    await changing(ana, async tx => {
      await tx.productCategory.deleteMany({ where: { productId: 1 } })
      await tx.productCategory.create({ data: { productId: 1, categoryId: hats, position: 0 } })
      await tx.productCategory.update({
        where: { productId_categoryId: { productId: 1, categoryId: hats } },
        data: { categoryId: sale },
      })
    })
    expect(await ofProducts()).toMatchObject([{ facts: [{ before: 'Shoes', after: 'Sale' }] }])
  })

  test('changed by plain SQL are the app’s own', async () => {
    await db().$executeRaw`UPDATE product_categories SET category_id = ${hats} WHERE product_id = 1`
    expect(await ofProducts()).toMatchObject([{ actor: null, facts: [{ before: 'Shoes', after: 'Hats' }] }])
  })

  test('go with a product that is deleted', async () => {
    await db().product.delete({ where: { id: 1 } })
    expect(await ofProducts()).toEqual([])
  })
})

describe('the list', () => {
  beforeEach(async () => {
    for (const name of ['Shoes', 'Bags', '100% wool', 'Socks']) {
      const actor = name === 'Bags' ? null : ana
      await changing(actor, tx => tx.category.create({ data: { name } }))
    }
  })
  const names = async (query: Record<string, string>) =>
    (await history(query)).changes.map(change => change.label)

  test.each([
    ['everything, newest first', {}, ['Socks', '100% wool', 'Bags', 'Shoes']],
    ['words', { q: 'sho' }, ['Shoes']],
    ['words in who', { q: 'ana shoes' }, ['Shoes']],
    ['a sign that LIKE knows', { q: '0% w' }, ['100% wool']],
    ['who', { who: ana.email }, ['Socks', '100% wool', 'Shoes']],
    ['nobody', { who: 'system' }, ['Bags']],
    ['what', { what: 'rule' }, []],
    ['until a day before', { until: '2020-01-01' }, []],
    ['from a day before', { from: '2020-01-01', q: 'bags' }, ['Bags']],
    [
      'nonsense',
      { what: 'x', id: '-1', from: 'yesterday', after: 'x' },
      ['Socks', '100% wool', 'Bags', 'Shoes'],
    ],
    [
      'a year no calendar has',
      { from: '0000-01-01', until: '0000-02-29' },
      ['Socks', '100% wool', 'Bags', 'Shoes'],
    ],
    ['a NUL', { who: '\0', q: '\0' }, ['Socks', '100% wool', 'Bags', 'Shoes']],
  ])('%s', async (_, query, expected) => {
    expect(await names(query)).toEqual(expected)
  })

  test('one thing’s own', async () => {
    const { id } = await db().category.findFirstOrThrow({ where: { name: 'Bags' } })
    expect(await names({ what: 'category', id: String(id) })).toEqual(['Bags'])
  })

  test('turns its pages both ways', async () => {
    const first = await history({}, 3)
    expect([first.changes.length, first.newer]).toEqual([3, null])
    const second = await history({ after: first.older ?? '' }, 3)
    expect(second.changes.map(change => change.label)).toEqual(['Shoes'])
    expect(second.older).toBeNull()
    const back = await history({ before: second.newer ?? '' }, 3)
    expect(back).toEqual(first)
  })

  test('days begin on the shop’s clock', async () => {
    await db().change.updateMany({ data: { at: new Date('2026-03-01T15:00:00Z') } })
    const count = async (query: Record<string, string>) =>
      (await listChanges({ query: changeQuery.parse(query), timeZone: 'Asia/Tokyo', limit: 9 })).changes
        .length
    expect(await count({ from: '2026-03-02', until: '2026-03-02' })).toBe(4)
    expect(await count({ until: '2026-03-01' })).toBe(0)
  })
  test('knows who there was', async () => {
    expect(await listActors()).toEqual([ana.email])
  })
})
