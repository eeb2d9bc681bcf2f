import { expect } from 'vitest'
import { db } from '../db'
import { DeviceType, KindReason, PageType, RouteReason, VisitorKind } from '../generated/prisma/enums'
import type { Click } from './click'
import { bytesOf, clickOn } from './click.fixture'
import { parseClickFilters } from './filters'
import { getHeatMap } from './heat-map'
import { insertClicks } from './insert-clicks'
import { listNumberShares } from './number-shares'
import { countRoutes } from './routes'
import { getRoutingHealth } from './routing-health'
import { summarizeClicks } from './summary'
import { rankProducts } from './top-products'
import { getUncounted } from './uncounted'

/**
 * Every figure, from totals, months and slices, against the plain truth: the same clicks counted one by one here.
 * Around nights in which clocks change, and again after retention took half of the clicks away.
 */

export const day = 24 * 60 * 60_000
/** Small and with a seed: the same clicks in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
const roll = dice(7)
const pick = <T>(...list: T[]): T => list[roll(list.length)] ?? (list[0] as T)

export function randomClick(from: number, to: number): Click {
  const occurredAt = from + roll((to - from) / 1000) * 1000 + roll(1000)
  const visitorKind = pick<VisitorKind>('human', 'human', 'human', ...Object.values(VisitorKind))
  const reason = pick<RouteReason>('rule', 'rule', ...Object.values(RouteReason))
  return clickOn(pick(1, 1, 1, 2, 2, 3, 4, 5, 77), {
    occurredAt,
    // A rule is one of the product's categories.
    productId: reason === 'rule' ? pick(1, 1, 1, 2, 2, 3, 4, 5, 77) : pick(1, 2, 77, 0, null),
    pageType: pick(...Object.values(PageType)),
    deviceType: pick(...Object.values(DeviceType)),
    visitorKind,
    kindReason: visitorKind === 'human' ? null : pick<KindReason | null>(null, ...Object.values(KindReason)),
    reason,
    ruleId: reason === 'rule' ? pick(1, 2) : null,
    numberId: pick<number | null>(1, 1, 2, null),
  })
}

/** Three weeks around each: Brazil's clocks went forward at midnight, Lord Howe's change by half an hour. */
const nights = [
  ['America/Sao_Paulo', '2018-11-04'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Asia/Kathmandu', '2026-11-20'],
] as const
export const clicks: Click[] = []

/** The shop, and the clicks as they come in. */
export async function recordAll(): Promise<void> {
  await db().$executeRaw`TRUNCATE click_events, products, product_categories, routing_rules`
  await db().number.createMany({
    data: [
      { id: 1, digits: '5511988887777', label: 'Ana' },
      { id: 2, digits: '447700900123', label: 'Bo' },
    ],
  })
  await db().category.createMany({
    data: [
      { id: 1, name: 'Clothing' },
      { id: 3, name: 'Tents' },
    ],
  })
  await db().category.createMany({ data: [{ id: 2, name: 'Hoodies', parentId: 1 }] })
  await db().product.createMany({ data: [1n, 2n, 3n, 4n].map(id => ({ id, name: `Product ${id}` })) })
  await db().product.createMany({
    data: [{ id: 5n, name: 'Product 1 - Blue', parentId: 1n, variation: 'Blue' }],
  })
  await db().productCategory.createMany({
    data: [
      { productId: 1n, categoryId: 2, position: 0 },
      { productId: 2n, categoryId: 3, position: 0 },
      { productId: 2n, categoryId: 1, position: 1 },
    ],
  })
  await db().routingRule.createMany({ data: [{ id: 1, categoryId: 2, numberId: 1 }] })
  for (const [, night] of nights) {
    const middle = Date.parse(night)
    clicks.push(...Array.from({ length: 800 }, () => randomClick(middle - 10 * day, middle + 11 * day)))
  }
  // The older ones come last, as a spool brings them that waited, and some come twice.
  for (let i = clicks.length; i > 0; i -= 700)
    await insertClicks(bytesOf(clicks.slice(Math.max(0, i - 700), i)))
  await insertClicks(bytesOf(clicks.slice(0, 500)))
  await insertClicks(bytesOf([...clicks.slice(1_500, 1_600), ...clicks.slice(100, 200)]))
}

const formats = new Map<string, Intl.DateTimeFormat>()
const clocks = new Map<string, { date: string; hour: number; weekday: number }>()

/** Wall-clock time by Node itself. */
function clockOf(instant: number, timeZone: string) {
  const key = `${instant} ${timeZone}`
  const known = clocks.get(key)
  if (known) return known
  const style = { dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, ...style })
  formats.set(timeZone, format)
  const [date = '', time = ''] = format.format(instant).split(', ')
  const clock = { date, hour: Number(time.slice(0, 2)), weekday: (new Date(date).getUTCDay() + 6) % 7 }
  clocks.set(key, clock)
  return clock
}

export const asked: Record<string, string>[] = [
  {},
  { visitors: 'everyone' },
  { visitors: 'duplicate' },
  { page: 'cart' },
  { page: 'product', device: 'desktop', visitors: 'everyone' },
  { number: '1' },
  { number: '2', device: 'mobile', visitors: 'everyone' },
  { reason: 'no_rule', page: 'cart' },
  { number: '2', reason: 'no_rule' },
  { reason: 'rule', visitors: 'everyone' },
  { product: '1' },
  { product: '77', page: 'checkout' },
  { product: '2', number: '1' },
  { category: '1' },
  { category: '3', device: 'mobile' },
  { category: '1', number: '2', reason: 'rule' },
  { q: 'product 2' },
  { q: 'product 2', number: '1' },
  { reason: 'rule:1' },
  { reason: 'rule:2', category: '1', visitors: 'everyone' },
  { visitors: 'bot:isbot' },
  { visitors: 'flood:repeat', number: '1' },
]

/** The category of each, its parents too. */
const categoriesOf: Record<number, string[]> = { 1: ['1', '2'], 5: ['1', '2'], 2: ['1', '3'] }

export function matching(params: Record<string, string>, kinds = true) {
  return clicks.filter(
    click =>
      (!kinds || isOfKind(click, params.visitors)) &&
      (!params.page || click.pageType === params.page) &&
      (!params.device || click.deviceType === params.device) &&
      (!params.number || click.numberId === Number(params.number)) &&
      (!params.reason || [click.reason, `rule:${click.ruleId}`].includes(params.reason)) &&
      (!params.product || click.productId === Number(params.product)) &&
      (!params.category || categoriesOf[click.productId ?? 0]?.includes(params.category)) &&
      (!params.q || click.productId === 2),
  )
}

function isOfKind({ visitorKind, kindReason }: Click, asked = 'human'): boolean {
  return ['everyone', visitorKind, `${visitorKind}:${kindReason}`].includes(asked)
}

const countBy = <T>(list: T[], key: (item: T) => unknown) => {
  const counts: Record<string, number> = {}
  for (const item of list) counts[String(key(item))] = (counts[String(key(item))] ?? 0) + 1
  return counts
}

/** All that the screens show, as plain records. */
export async function ask(params: Record<string, string>, timeZone: string, now: Date) {
  const { filters } = parseClickFilters({ params, now, timeZone })
  const question = { filters, timeZone, now }
  const [summary, heat, uncounted, ranking, routes, numbers, health] = await Promise.all([
    summarizeClicks({ ...question, unit: 'day' }),
    getHeatMap(question),
    getUncounted(question),
    rankProducts({ ...question, limit: 100 }),
    countRoutes(question),
    listNumberShares(question),
    getRoutingHealth(question),
  ])
  const trend: Record<string, number> = {}
  for (const { start, count } of summary.trend) {
    const { date } = clockOf(start.getTime(), timeZone)
    trend[date] = (trend[date] ?? 0) + count
  }
  return { summary, trend, heat, uncounted, ranking, routes, numbers, health }
}

type Answers = Awaited<ReturnType<typeof ask>>

export function check(answers: Answers, params: Record<string, string>, timeZone: string) {
  const inDays = (list: Click[], from = params.from ?? '', to = params.to ?? '') =>
    list.filter(click => {
      const { date } = clockOf(click.occurredAt, timeZone)
      return date >= from && date <= to
    })
  const found = inDays(matching(params))
  const before = inDays(matching(params), shift(params.from, params.to), dayBefore(params.from))
  const { summary, trend, heat, uncounted, ranking, routes, numbers, health } = answers

  expect([summary.total, summary.previousTotal, heat.total]).toEqual([
    found.length,
    before.length,
    found.length,
  ])
  const byDay = countBy(found, click => clockOf(click.occurredAt, timeZone).date)
  expect(Object.entries(trend).filter(([, count]) => count > 0)).toEqual(
    Object.entries(byDay).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const places = summary.places.flatMap(place =>
    place.count ? [[`${place.pageType} ${place.deviceType}`, place.count]] : [],
  )
  expect(Object.fromEntries(places)).toEqual(countBy(found, click => `${click.pageType} ${click.deviceType}`))
  const hours = heat.counts.flatMap((row, weekday) =>
    row.flatMap((count, hour) => (count ? [[`${weekday} ${hour}`, count]] : [])),
  )
  const hourOf = ({ occurredAt }: Click) => {
    const { weekday, hour } = clockOf(occurredAt, timeZone)
    return `${weekday} ${hour}`
  }
  expect(Object.fromEntries(hours)).toEqual(countBy(found, hourOf))

  const everyone = inDays(matching(params, false))
  expect(uncounted.counted).toBe(everyone.filter(click => click.visitorKind === 'human').length)
  expect(uncounted.all).toBe(everyone.length)
  expect(
    Object.fromEntries(uncounted.uncounted.map(({ kind, reason, count }) => [`${kind} ${reason}`, count])),
  ).toEqual(
    countBy(
      everyone.filter(click => click.visitorKind !== 'human'),
      click => `${click.visitorKind} ${click.kindReason}`,
    ),
  )

  const onProducts = (list: Click[]) =>
    countBy(
      list.filter(click => click.productId),
      click => click.productId,
    )
  const [counts, previous] = [onProducts(found), onProducts(before)]
  const ranks = Object.keys({ ...counts, ...previous }).map(id => ({
    id: Number(id),
    count: counts[id] ?? 0,
    previous: previous[id] ?? 0,
  }))
  const rankBy = (score: (rank: (typeof ranks)[number]) => number) =>
    ranks.filter(rank => score(rank) > 0).sort((a, b) => score(b) - score(a) || a.id - b.id)
  expect(ranking).toMatchObject({
    top: rankBy(({ count }) => count),
    rising: rankBy(({ count, previous }) => count - previous),
    falling: rankBy(({ count, previous }) => previous - count),
  })

  const routeOf = ({ numberId, ruleId, reason }: Pick<Click, 'numberId' | 'ruleId' | 'reason'>) =>
    `${numberId} ${ruleId} ${reason}`
  const current = routes.filter(({ count }) => count > 0)
  expect(Object.fromEntries(current.map(route => [routeOf(route), route.count]))).toEqual(
    countBy(found, routeOf),
  )
  expect(Object.fromEntries(numbers.flatMap(({ id, count }) => (count ? [[id, count]] : [])))).toEqual(
    countBy(found, click => click.numberId),
  )

  expect(health.total).toBe(found.length)
  const sum = (list: { count: number }[]) => list.reduce((total, { count }) => total + count, 0)
  expect(sum(health.rules) + sum(health.reasons)).toBe(found.length)
  for (const { reason, products } of health.reasons) {
    const truth = onProducts(found.filter(click => click.reason === reason))
    const most = Object.values(truth).sort((a, b) => b - a)
    expect(products.map(({ count }) => count)).toEqual(most.slice(0, 5))
    for (const { id, count } of products) expect(count).toBe(truth[id])
  }
  // Hoodies have a rule, Tents have none; the products 3 and 4 are in no category.
  const unruled = found.filter(click => click.reason === 'no_rule' && click.productId === 2).length
  expect(health.missingRules.map(({ categoryPath, count }) => [categoryPath.join(), count])).toEqual(
    unruled ? [['Tents', unruled]] : [],
  )
}

const dayBefore = (text = '') => new Date(Date.parse(text) - day).toISOString().slice(0, 10)
const shift = (from = '', to = '') =>
  new Date(2 * Date.parse(from) - Date.parse(to) - day).toISOString().slice(0, 10)

/** The days of the night before and after, each once as the period asked for. */
export const periods = nights.flatMap(([timeZone, night]) =>
  [0, 6].map(length => {
    const from = new Date(Date.parse(night) - Math.min(length, 3) * day).toISOString().slice(0, 10)
    const to = new Date(Date.parse(from) + length * day).toISOString().slice(0, 10)
    return { timeZone, from, to }
  }),
)
export const later = (to: string) => new Date(Date.parse(to) + 30 * day)
