import { beforeEach, expect, test } from 'vitest'
import { db } from '../db'
import { bytesOf, clickOn } from './click.fixture'
import { parseClickFilters } from './filters'
import { getHeatMap } from './heat-map'
import { insertClicks } from './insert-clicks'
import { listNumberShares } from './number-shares'
import { summarizeClicks } from './summary'
import { rankProducts } from './top-products'
import { getUncounted } from './uncounted'

const now = new Date('2026-03-02T12:00:00Z')
const timeZone = 'Asia/Kathmandu'
const question = (params: Record<string, string>) => ({
  ...parseClickFilters({ params: { range: '30d', ...params }, now, timeZone }),
  timeZone,
  now,
})

/** How many clicks each panel speaks of. */
async function ask(params: Record<string, string>) {
  const asked = question(params)
  return {
    summary: (await summarizeClicks(asked)).total,
    week: (await getHeatMap(asked)).total,
    counted: (await getUncounted(asked)).counted,
    products: (await rankProducts({ ...asked, limit: 5 })).top.reduce((sum, { count }) => sum + count, 0),
    numbers: (await listNumberShares(asked)).reduce((sum, { count }) => sum + count, 0),
  }
}

const all = (count: number) => ({
  summary: count,
  week: count,
  counted: count,
  products: count,
  numbers: count,
})

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE click_events, products, product_categories`
  await db().product.createMany({ data: [1n, 2n].map(id => ({ id, name: `Hoodie ${id}` })) })
  await insertClicks(bytesOf([clickOn(1), clickOn(2), clickOn(2)]))
})

test.each([
  [{ q: 'hoodie 2' }],
  [{ q: 'hoodie 2', visitors: 'everyone' }],
  [{ product: '2', device: 'mobile' }],
])('clicks are read once for %o, and again when another one came', async params => {
  const first = await ask(params)
  expect(first).toEqual(all(2))
  await db().$executeRaw`ALTER TABLE click_events RENAME TO away`
  try {
    expect(await ask(params)).toEqual(first)
  } finally {
    await db().$executeRaw`ALTER TABLE away RENAME TO click_events`
  }
  await insertClicks(bytesOf([clickOn(2)]))
  expect(await ask(params)).toEqual(all(3))
  await db().clickEvent.deleteMany({ where: { productId: 2 } })
  expect(await ask(params)).toEqual(all(0))
})

test('a click by a bot is another one where everyone is asked for', async () => {
  const params = { q: 'hoodie 2', visitors: 'everyone' }
  await ask(params)
  await insertClicks(bytesOf([clickOn(2, { visitorKind: 'bot', kindReason: 'isbot' })]))
  expect(await ask(params)).toEqual({ ...all(3), counted: 2 })
})
