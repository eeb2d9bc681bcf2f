import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '../db'
import type { Click } from './click'
import { bytesOf, clickOn } from './click.fixture'
import { countClicks } from './count-clicks'
import { type ClickCursor, parseClickFilters } from './filters'
import { insertClicks } from './insert-clicks'
import { listClicks } from './questions'

/**
 * Pages and counts against the same clicks filtered here: matches that are near, further away, among the oldest only, and
 * nowhere. What came last are 100,000 clicks that are none, too many to walk past, so that rare ones are fetched as a whole.
 */

const end = Date.parse('2026-11-20T12:00:00Z')
const now = new Date(end + 60 * 60_000)
const minute = 60_000
const all = 8_000

/** 40 products in a wide category; its last ones were clicked only long ago, and one number served only then. */
function clickAt(index: number): Click {
  const isOld = index > all - 300
  const isDamaged = index % 2000 === 9
  const productId = isDamaged ? null : isOld && index % 3 === 0 ? 41 + (index % 35) : 1 + (index % 40)
  return clickOn(1, {
    productId,
    occurredAt: end - Math.floor(index / 2) * minute,
    pageType: index % 500 === 1 ? 'checkout' : 'product',
    visitorKind: index % 11 === 5 ? 'bot' : 'human',
    reason: isDamaged ? 'bad_request' : index % 2000 === 7 ? 'no_rule' : 'rule',
    numberId: isOld ? 3 : 1 + (index % 2),
  })
}
const clicks = Array.from({ length: all }, (_, index) => clickAt(index))

beforeAll(async () => {
  await db().$executeRaw`TRUNCATE click_events, products, product_categories, routing_rules`
  await db().number.createMany({
    data: [
      { id: 1, digits: '5511988887777', label: 'Ana' },
      { id: 2, digits: '447700900123', label: 'Bo' },
      { id: 3, digits: '447700900124', label: 'Old Ana' },
    ],
  })
  await db().category.createMany({
    data: [
      { id: 1, name: 'Wide' },
      { id: 2, name: 'Past' },
    ],
  })
  const ids = Array.from({ length: 75 }, (_, index) => BigInt(index + 1))
  await db().product.createMany({ data: ids.map(id => ({ id, name: `Thing ${id > 40n ? 'past' : 'new'}` })) })
  await db().productCategory.createMany({
    data: ids.map(productId => ({ productId, categoryId: productId > 40n ? 2 : 1, position: 0 })),
  })
  await db().$executeRaw`
    INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, reason, number_id, item_count)
    SELECT gen_random_uuid(), ${new Date(end)}::timestamptz + i * interval '10 ms', 0, 'floating', 'mobile', 'flood', 'floating', 2, 0
    FROM generate_series(1, 100000) AS i`
  for (let from = 0; from < all; from += 1_000) await insertClicks(bytesOf(clicks.slice(from, from + 1_000)))
})

type Params = Record<string, string>

function matching({ category, product, number, reason, page, visitors, q }: Params) {
  const isIn = (id: number | null, past: boolean) => id !== null && id > 40 === past
  return clicks
    .filter(
      click =>
        (visitors === 'everyone' || click.visitorKind === (visitors ?? 'human')) &&
        (!category || isIn(click.productId, category === '2')) &&
        (!product || click.productId === Number(product)) &&
        (!number || click.numberId === Number(number)) &&
        (!reason || click.reason === reason) &&
        (!page || click.pageType === page) &&
        (!q || q === 'bo' || isIn(click.productId, q.includes('past'))) &&
        (!q?.startsWith('ana') || click.numberId !== 2) &&
        (!q?.startsWith('bo') || click.numberId === 2),
    )
    .sort((a, b) => b.occurredAt - a.occurredAt || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id)
}

const asked: Params[] = [
  {},
  { category: '1' },
  { category: '2' },
  { category: '2', number: '3' },
  { category: '2', number: '1' },
  { category: '2', visitors: 'bot' },
  { category: '1', number: '3' },
  { category: '1', reason: 'no_rule' },
  { category: '2', reason: 'no_rule', number: '1' },
  { number: '3', visitors: 'everyone' },
  { number: '1', reason: 'no_rule' },
  { number: '2', reason: 'bad_request' },
  { q: 'bo', reason: 'bad_request' },
  { number: '2', visitors: 'bot' },
  { product: '50', number: '3' },
  { product: '50', number: '1' },
  { product: '3', page: 'checkout' },
  { page: 'checkout' },
  { page: 'cart' },
  { page: 'checkout', visitors: 'bot' },
  { q: 'past' },
  { q: 'thing past', visitors: 'everyone' },
  { q: 'ana past' },
  { q: 'ana new', reason: 'no_rule' },
  { q: 'bo new', reason: 'no_rule' },
  { q: 'bo past', reason: 'no_rule' },
  { category: '1', reason: 'no_rule', page: 'checkout' },
]

describe.each(asked)('%j', params => {
  const { filters } = parseClickFilters({ params: { range: 'all', ...params }, now, timeZone: 'UTC' })
  const list = (cursor: ClickCursor | null) => listClicks({ filters, timeZone: 'UTC', cursor, limit: 3 })
  const ids = matching(params)

  it('counts them', async () => {
    expect(await countClicks({ filters, timeZone: 'UTC' })).toEqual({
      count: ids.length,
      exact: true,
      archived: 0,
    })
  })

  it('lists the newest, those from the middle on in both directions, and the oldest', async () => {
    expect((await list(null)).rows.map(row => row.id)).toEqual(ids.slice(0, 3))
    const middle = Math.floor(ids.length / 2)
    const click = clicks.find(({ id }) => id === ids[middle])
    if (!click) return
    const from = { occurredAt: new Date(click.occurredAt), id: click.id }
    const older = await list({ ...from, direction: 'older' })
    expect(older.rows.map(row => row.id)).toEqual(ids.slice(middle + 1, middle + 4))
    const newer = await list({ ...from, direction: 'newer' })
    expect(newer.rows.map(row => row.id)).toEqual(ids.slice(Math.max(0, middle - 3), Math.max(3, middle)))
    const first = { occurredAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' }
    const oldest = await list({ ...first, direction: 'newer' })
    expect(oldest.rows.map(row => row.id)).toEqual(ids.slice(-3))
  })
})
