import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '../db'
import type { RouteReason } from '../generated/prisma/enums'
import { uuidv7 } from '../uuid'
import { parseClickFilters } from './filters'
import { getRoutingHealth } from './routing-health'

const now = new Date('2026-11-23T12:00:00Z')
const timeZone = 'UTC'

const clothing = 1
const mugs = 3

/** Clothing has Hoodies below it; product 1 is a hoodie, 2 a mug that is also in Clothing. */
beforeEach(async () => {
  await db()
    .$executeRaw`TRUNCATE click_events, products, product_categories, routing_rules, categories, numbers CASCADE`
  await db().number.create({ data: { id: 1, digits: '447700900123' } })
  await db().category.createMany({
    data: [
      { id: clothing, name: 'Clothing' },
      { id: mugs, name: 'Mugs' },
    ],
  })
  await db().category.create({ data: { id: 2, name: 'Hoodies', parentId: clothing } })
  await db().product.createMany({ data: [1n, 2n].map(id => ({ id, name: `Product ${id}` })) })
  await db().productCategory.createMany({
    data: [
      { productId: 1n, categoryId: 2, position: 0 },
      { productId: 2n, categoryId: mugs, position: 0 },
      { productId: 2n, categoryId: clothing, position: 1 },
    ],
  })
  for (const product of [1n, 2n, 2n]) await click(product)
})

async function click(productId: bigint, reason: RouteReason = 'no_rule') {
  const occurredAt = new Date(now.getTime() - 60_000)
  await db().clickEvent.create({
    data: {
      id: uuidv7(occurredAt.getTime()),
      occurredAt,
      productId,
      pageType: 'product',
      deviceType: 'mobile',
      visitorKind: 'human',
      reason,
      itemCount: 1,
    },
  })
}

async function health() {
  const { filters } = parseClickFilters({ params: {}, now, timeZone })
  const { total, missingRules, missingRulesTotal } = await getRoutingHealth({ filters, timeZone, now })
  return {
    total,
    missing: missingRules.map(({ categoryPath, count }) => [categoryPath.join(' › '), count]),
    missingRulesTotal,
  }
}

const addRule = (categoryId: number, more: { coversSubcategories?: boolean; pausedAt?: Date } = {}) =>
  db().routingRule.create({ data: { categoryId, numberId: 1, ...more } })

describe('categories that want for a rule', () => {
  test('are the first of each product', async () => {
    expect(await health()).toEqual({
      total: 3,
      missing: [
        ['Mugs', 2],
        ['Clothing › Hoodies', 1],
      ],
      missingRulesTotal: 2,
    })
  })

  test('are none once a rule acts for any category of the product', async () => {
    await health()
    await addRule(clothing)
    expect((await health()).missing).toEqual([['Clothing › Hoodies', 1]])
  })

  test('are none below a rule that covers its subcategories', async () => {
    await health()
    await addRule(clothing, { coversSubcategories: true })
    expect(await health()).toEqual({ total: 3, missing: [], missingRulesTotal: 0 })
  })

  test('are not those whose rule is paused: they have one', async () => {
    await addRule(mugs, { pausedAt: now })
    expect((await health()).missing).toEqual([['Clothing › Hoodies', 1]])
  })

  test('are not those of products that are archived, which routing knows no more', async () => {
    await db().product.update({ where: { id: 1n }, data: { archivedAt: now } })
    expect((await health()).missing).toEqual([['Mugs', 2]])
  })

  test('are counted beyond the few that are listed', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => 10 + index)
    await db().category.createMany({ data: ids.map(id => ({ id, name: `Category ${id}` })) })
    await db().product.createMany({ data: ids.map(id => ({ id: BigInt(id), name: `Product ${id}` })) })
    await db().productCategory.createMany({
      data: ids.map(id => ({ productId: BigInt(id), categoryId: id, position: 0 })),
    })
    for (const id of ids) await click(BigInt(id))
    const { missing, missingRulesTotal } = await health()
    expect(missing).toHaveLength(10)
    expect(missingRulesTotal).toBe(14)
  })
})

describe('what is remembered', () => {
  test('is asked anew after a click', async () => {
    await health()
    await click(1n)
    await click(1n)
    expect(await health()).toMatchObject({
      total: 5,
      missing: [
        ['Clothing › Hoodies', 3],
        ['Mugs', 2],
      ],
    })
  })

  test('is asked anew after a click is deleted', async () => {
    await health()
    await db().clickEvent.deleteMany({ where: { productId: 1n } })
    expect(await health()).toMatchObject({ total: 2, missing: [['Mugs', 2]] })
  })

  test('is asked anew after a product moved', async () => {
    await health()
    await db().productCategory.updateMany({ where: { productId: 1n }, data: { categoryId: mugs } })
    expect((await health()).missing).toEqual([['Mugs', 3]])
  })

  test('is asked anew after an hour, as records of changes are swept some day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now })
    try {
      const sweep = () => db().$executeRaw`DELETE FROM routing_changes`
      await sweep()
      await health()
      await addRule(mugs)
      await sweep()
      vi.setSystemTime(now.getTime() + 61 * 60_000)
      expect((await health()).missing).toEqual([['Clothing › Hoodies', 1]])
    } finally {
      vi.useRealTimers()
    }
  })

  test('is the same for two who ask at once', async () => {
    const [one, other] = await Promise.all([health(), health()])
    expect(one).toEqual(other)
  })

  test('is nothing that failed', async () => {
    await db().$executeRaw`ALTER TABLE click_route_months RENAME TO away`
    try {
      await expect(health()).rejects.toThrow()
    } finally {
      await db().$executeRaw`ALTER TABLE away RENAME TO click_route_months`
    }
    expect((await health()).total).toBe(3)
  })
})
