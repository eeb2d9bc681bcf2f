import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db'
import { countClicks } from './count-clicks'
import { buildClickQuery, parseClickFilters } from './filters'
import { countNewClicks, listClicks } from './questions'
import { summarizeClicks } from './summary'
import { getUncounted } from './uncounted'

const now = new Date('2026-11-23T12:00:00Z')
const minute = 60_000
const uuid = (n: number) => `019ab1c2-7000-7000-8000-${String(n).padStart(12, '0')}`
const numberOf = (id: string) => Number(id.slice(-12))

type Click = Partial<Parameters<ReturnType<typeof db>['clickEvent']['create']>[0]['data']>

/** One click per entry; its place in the list is its id. Newest last unless `occurredAt` says otherwise. */
async function record(clicks: Click[], firstId = 1): Promise<void> {
  await db().clickEvent.createMany({
    data: clicks.map((click, index) => ({
      id: uuid(firstId + index),
      occurredAt: new Date(now.getTime() - (1_000 - firstId - index) * minute),
      productId: 1n,
      pageType: 'product',
      deviceType: 'mobile',
      visitorKind: 'human',
      reason: 'no_rule',
      numberId: null,
      itemCount: 1,
      ...click,
    })),
  })
}

function ask(params: Record<string, string> = {}, timeZone = 'UTC') {
  const { filters, cursor } = parseClickFilters({ params, now, timeZone })
  return {
    filters,
    list: (limit = 1_000) => listClicks({ filters, timeZone, cursor, limit }),
    summarize: () => summarizeClicks({ filters, timeZone, now }),
  }
}

const turn = async (params: Record<string, string>, limit: number) => {
  const question = ask(params)
  const page = await question.list(limit)
  const to = (direction: 'older' | 'newer', click = page.rows[0]) =>
    Object.fromEntries(new URLSearchParams(buildClickQuery(question.filters, click && { direction, click })))
  const ids = page.rows.map(row => numberOf(row.id))
  return { ids, older: page.hasOlder && to('older', page.rows.at(-1)), newer: page.hasNewer && to('newer') }
}

const found = async (params: Record<string, string>) =>
  (await ask(params).list()).rows.map(row => numberOf(row.id)).sort((a, b) => a - b)

beforeEach(async () => {
  await db().settings.update({ where: { id: 1 }, data: { defaultNumberId: null } })
  await db().$executeRaw`TRUNCATE click_events, products, product_categories, routing_rules`
  await db().number.deleteMany()
})

describe('pages', () => {
  it('walks down and up again through clicks of one instant, while new ones arrive', async () => {
    const tie = { occurredAt: new Date(now.getTime() - 60 * minute) }
    await record(Array.from({ length: 20 }, () => tie))
    const seen: number[] = []
    const pages: number[][] = []
    let next: Record<string, string> | false = {}
    while (next) {
      const page: Awaited<ReturnType<typeof turn>> = await turn(next, 6)
      seen.push(...page.ids)
      pages.push(page.ids)
      await record([{ occurredAt: new Date(now.getTime() - minute) }], 100 + pages.length)
      next = page.older
    }
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index))

    const bottom = await turn({ older: `${tie.occurredAt.getTime()}_${uuid(3)}` }, 6)
    expect(bottom).toMatchObject({ ids: [2, 1], older: false })
    const up = await turn(bottom.newer || {}, 6)
    expect(up.ids).toEqual([8, 7, 6, 5, 4, 3])
    const top = await turn({ newer: `${tie.occurredAt.getTime()}_${uuid(18)}` }, 6)
    // Four arrived meanwhile, so six stand above click 18: with the two of the tie that page is the newest.
    expect(top).toMatchObject({ ids: [104, 103, 102, 101, 20, 19], newer: false })
  })

  it('gives the full newest page to a newer link that reaches the top', async () => {
    await record([{}, {}, {}, {}, {}])
    const second = await turn((await turn({}, 3)).older || {}, 3)
    expect(second.ids).toEqual([2, 1])
    expect(await turn(second.newer || {}, 4)).toMatchObject({ ids: [5, 4, 3, 2], newer: false })
  })

  it('counts what came since the newest click, up to a limit', async () => {
    await record([{}, {}, { visitorKind: 'bot' }, {}, { deviceType: 'desktop' }])
    const { filters } = ask({ device: 'mobile' })
    const [oldest] = (await ask().list()).rows.slice(-1)
    const count = (limit: number, newest = oldest ?? null) =>
      countNewClicks({ filters, timeZone: 'UTC', newest, limit })
    expect([await count(100), await count(1), await count(100, null)]).toEqual([2, 1, 3])
  })

  it('never leaves the period, whatever the cursor says', async () => {
    await record([{ occurredAt: new Date('2026-11-22T10:00:00Z') }, { occurredAt: now }])
    const far = `${now.getTime() + 30 * 24 * 60 * minute}_${uuid(9)}`
    expect((await turn({ from: '2026-11-22', to: '2026-11-22', older: far }, 5)).ids).toEqual([1])
  })
})

describe('days', () => {
  it.each([
    ['2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59.999Z', 23],
    ['2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T22:59:59.999Z', 25],
  ])('takes %s in Berlin from its first to its last instant', async (day, first, last, hours) => {
    const instants = [Date.parse(first) - 1, Date.parse(first), Date.parse(last), Date.parse(last) + 1]
    await record(instants.map(instant => ({ occurredAt: new Date(instant) })))
    const question = ask({ from: day, to: day }, 'Europe/Berlin')
    expect((await question.list()).rows.map(row => numberOf(row.id))).toEqual([3, 2])
    const { total, unit, trend } = await question.summarize()
    expect({ total, unit, hours: trend.length }).toEqual({ total: 2, unit: 'hour', hours })
    expect([trend[0]?.count, trend.at(-1)?.count]).toEqual([1, 1])
  })
})

describe('search', () => {
  beforeEach(async () => {
    const product = (id: bigint, name: string) => ({ id, name })
    await db().product.createMany({
      data: [
        product(12n, 'Crème Brûlée Mug'),
        product(4120n, 'Red Shirt'),
        product(7n, '100% Cotton_Tee \\ Blue'),
        product(8n, '1000 Cotton Tee'),
        product(9n, 'حذاء رياضي 👟'),
      ],
    })
    const [ana, bo] = await db().number.createManyAndReturn({
      data: [
        { digits: '5511988887777', label: 'Ana, Señoras' },
        { digits: '447700900123', label: '' },
      ],
    })
    const to = (number: typeof ana) => ({ numberId: number?.id, number: number?.digits })
    await record([
      { productId: 12n, ...to(bo) },
      { productId: 4120n, ...to(bo), deviceType: 'desktop' },
      { productId: 7n, ...to(bo) },
      { productId: 8n, ...to(bo), pageType: 'cart' },
      { productId: 9n, ...to(ana), pageType: 'checkout' },
      { productId: 0n, ...to(bo), pageType: 'floating' },
      { productId: 999_999n, ...to(bo), deviceType: 'desktop' },
      { productId: null, ...to(bo), pageType: 'cart' },
    ])
  })

  it.each([
    ['creme BRULEE', [1]],
    ['mug crème', [1]],
    ['mug shirt', []],
    ['12', [1]],
    ['4120', [2]],
    ['999999', [7]],
    ['0', [6]],
    ['100', [3, 4]],
    ['100%', [3]],
    ['n_t', [3]],
    ['\\', [3]],
    ['رياضي', [5]],
    ['👟', [5]],
    ['cart', [4, 8]],
    ['floating button', [6]],
    ['desktop', [2, 7]],
    ['desktop shirt', [2]],
    ['senoras', [5]],
    ['+55 11 98888-7777', [5]],
    ['7777', [5]],
    ['07700 900123', [1, 2, 3, 4, 6, 7, 8]],
    ['0044 7700 900123', [1, 2, 3, 4, 6, 7, 8]],
    ['0044 7700 900124', []],
    ['900123 checkout', []],
    ['900123 cart', [4, 8]],
    ["'; DROP TABLE click_events; --", []],
    ['%', [3]],
    ['a'.repeat(200), []],
    ['e '.repeat(90), [1, 2, 3, 4]],
    ['\u0000\ud800', []],
  ])('finds %j', async (q, ids) => {
    const hits = await found({ q })
    // A lone "e" is in some labels too, and there every click of that number or page matches.
    if (q.startsWith('e e')) expect(hits).toEqual(expect.arrayContaining(ids))
    else expect(hits).toEqual(ids)
    expect((await ask({ q }).summarize()).total).toBe(hits.length)
  })

  it('shows names, unknown ids and missing ones', async () => {
    const { rows } = await ask().list()
    expect(rows.map(row => [row.productId, row.productName, row.number])).toEqual([
      [null, null, '447700900123'],
      [999_999, null, '447700900123'],
      [0, null, '447700900123'],
      [9, 'حذاء رياضي 👟', '5511988887777'],
      [8, '1000 Cotton Tee', '447700900123'],
      [7, '100% Cotton_Tee \\ Blue', '447700900123'],
      [4120, 'Red Shirt', '447700900123'],
      [12, 'Crème Brûlée Mug', '447700900123'],
    ])
  })

  it('has every click where nothing is left of the words, in every figure', async () => {
    const { filters, list } = ask({ q: '\u0301' })
    const { rows } = await list()
    expect(rows).toHaveLength((await ask().list()).rows.length)
    expect(await countClicks({ filters, timeZone: 'UTC' })).toEqual({
      count: rows.length,
      exact: true,
      archived: 0,
    })
  })

  it('says what went unrecorded even where nothing matches', async () => {
    await db().unrecordedClicks.create({ data: { id: uuid(1), count: 5, firstAt: now, lastAt: now } })
    const { filters } = ask({ q: 'nowhere' })
    expect(await getUncounted({ filters, timeZone: 'UTC' })).toMatchObject({ all: 0, unrecorded: 5 })
    await db().unrecordedClicks.deleteMany()
  })
})
