import { countClicks } from '../lib/clicks/count-clicks'
import { type ClickCursor, parseClickFilters } from '../lib/clicks/filters'
import { getHeatMap } from '../lib/clicks/heat-map'
import { listNumberShares } from '../lib/clicks/number-shares'
import { CLICKS_PER_PAGE, listClicks } from '../lib/clicks/questions'
import { getRoutingHealth } from '../lib/clicks/routing-health'
import { summarizeClicks } from '../lib/clicks/summary'
import { rankProducts } from '../lib/clicks/top-products'
import { getUncounted } from '../lib/clicks/uncounted'
import { productOfRank, retiredNumber, span } from './analytics-load'

/** `run` asks once; `turn` counts up, so that each asks about something else. */
export type Question = {
  name: string
  target: { p50?: number; p99: number }
  run: (turn: number) => Promise<unknown>
}

const timeZone = 'Asia/Kathmandu'
const now = span.end
const days = Math.round((span.end.getTime() - span.start.getTime()) / 86_400_000)

const ask = (params: Record<string, string>) => {
  const { filters, problems } = parseClickFilters({ params, now, timeZone })
  if (problems.length > 0) throw new Error(problems.join(' '))
  return { filters, timeZone, now }
}

/** Anywhere in the span, another place each turn. */
const placeAt = (turn: number): Date =>
  new Date(span.start.getTime() + ((turn * 0.618_034) % 1) * (span.end.getTime() - span.start.getTime()))
const dayAt = (turn: number) => placeAt(turn).toISOString().slice(0, 10)
const nowhere = '80000000-0000-7000-8000-000000000000'

const page = (params: Record<string, string>, cursor: ClickCursor | null = null) =>
  listClicks({ ...ask({ range: 'all', ...params }), cursor, limit: CLICKS_PER_PAGE })
const deep = (params: Record<string, string>, turn: number) =>
  page(params, { direction: turn % 2 ? 'newer' : 'older', occurredAt: placeAt(turn), id: nowhere })

const pages = { p50: 5, p99: 25 }
const combination = { p99: 300 }
const search = { p50: 20, p99: 60 }

/** What the screens ask, with the targets in milliseconds. */
export const questions: Question[] = [
  { name: 'page: newest', target: pages, run: () => page({}) },
  { name: 'page: any depth, both directions', target: pages, run: turn => deep({}, turn) },
  { name: 'page: everyone, any depth', target: pages, run: turn => deep({ visitors: 'everyone' }, turn) },
  { name: 'page: a day', target: pages, run: turn => page({ from: dayAt(turn), to: dayAt(turn) }) },
  {
    name: 'page: a common product',
    target: pages,
    run: turn => deep({ product: `${productOfRank(turn % 20)}` }, turn),
  },
  {
    name: 'page: a rare product',
    target: pages,
    run: turn => page({ product: `${productOfRank(15_000 + turn)}` }),
  },
  {
    name: 'page: a product without clicks',
    target: pages,
    run: turn => page({ product: `${500_000 + turn}` }),
  },
  {
    name: 'page: a common number',
    target: pages,
    run: turn => deep({ number: `${1_001 + (turn % 3)}` }, turn),
  },
  {
    name: 'page: a retired number',
    target: pages,
    run: turn => deep({ number: `${retiredNumber}` }, turn),
  },
  {
    name: 'page: a common reason',
    target: pages,
    run: turn => deep({ reason: turn % 2 ? 'rule' : 'no_rule' }, turn),
  },
  {
    name: 'page: a rare reason',
    target: pages,
    run: turn => page({ reason: turn % 2 ? 'catalogue_away' : 'bad_request' }),
  },
  {
    name: 'page: a common kind of visitor',
    target: pages,
    run: turn => deep({ visitors: turn % 2 ? 'bot' : 'duplicate' }, turn),
  },
  { name: 'page: a rare kind of visitor', target: pages, run: () => page({ visitors: 'flood' }) },
  {
    name: 'page: number and reason',
    target: combination,
    run: turn => deep({ number: '1001', reason: turn % 2 ? 'floating' : 'catalogue_away' }, turn),
  },
  {
    name: 'page: retired number, page and device',
    target: combination,
    run: turn => deep({ number: `${retiredNumber}`, page: 'checkout', device: 'desktop' }, turn),
  },
  {
    name: 'page: page, device, kind, a month',
    target: combination,
    run: turn =>
      page({ page: 'checkout', device: 'desktop', visitors: 'flood', from: dayAt(turn), range: 'custom' }),
  },
  {
    name: 'page: a category',
    target: combination,
    run: turn => deep({ category: `${1_001 + (turn % 300)}` }, turn),
  },
  {
    name: 'page: category, number and reason',
    target: combination,
    run: turn => page({ category: `${1_001 + (turn % 300)}`, number: '1001', reason: 'no_rule' }),
  },
  {
    name: 'page: nothing matches both',
    target: combination,
    run: () => page({ number: '1003', reason: 'no_rule' }),
  },
  {
    name: 'search: a rare word',
    target: search,
    run: turn => page({ q: ['c4ca4238', 'eccbc87e', 'sku-19', 'a87ff679'][turn % 4] ?? '' }),
  },
  {
    name: 'search: a common word',
    target: search,
    run: turn => page({ q: ['shirt', 'creme', 'model', 'tiny mug'][turn % 4] ?? '' }),
  },
  {
    name: 'search: two letters',
    target: search,
    run: turn => page({ q: ['sh', 'e7', 'ab', '9f'][turn % 4] ?? '' }),
  },
  { name: 'search: no match', target: search, run: turn => page({ q: `zzq${turn}x` }) },
  {
    name: 'search: category, number label',
    target: search,
    run: turn => page({ q: ['garden', 'bruno', 'ana shirt', 'kitchen 25'][turn % 4] ?? '' }),
  },
  {
    name: 'count: from totals',
    target: { p99: 60 },
    run: () => countClicks(ask({ range: 'all', visitors: 'everyone' })),
  },
  {
    name: 'count: a number, a category, a search',
    target: combination,
    run: turn =>
      countClicks(
        ask({
          range: 'all',
          ...[{ number: `${1_001 + turn}` }, { category: `${1_001 + (turn % 300)}` }, { q: 'shirt' }][
            turn % 3
          ],
        }),
      ),
  },
  {
    name: 'count: up to 10,000',
    target: { p99: 1_000 },
    run: turn => countClicks(ask({ range: 'all', device: 'desktop', category: `${1_001 + (turn % 300)}` })),
  },
  {
    name: 'summary and trend of 90 days',
    target: { p99: 60 },
    run: () => summarizeClicks(ask({ range: '90d' })),
  },
  {
    name: 'summary of 90 days, a number or reason',
    target: { p99: 60 },
    run: turn =>
      summarizeClicks(
        ask({ range: '90d', ...(turn % 2 ? { number: `${1_001 + (turn % 40)}` } : { reason: 'no_rule' }) }),
      ),
  },
  { name: 'heat map of 90 days', target: { p99: 60 }, run: () => getHeatMap(ask({ range: '90d' })) },
  { name: 'not counted, 90 days', target: { p99: 60 }, run: () => getUncounted(ask({ range: '90d' })) },
  // These remember what they were asked: the period is another one each turn.
  {
    name: 'numbers, 90 days',
    target: { p99: 100 },
    run: turn => listNumberShares(ask(otherDays(turn))),
  },
  {
    name: 'routing health, 90 days',
    target: { p99: 300 },
    run: turn => getRoutingHealth(ask(otherDays(turn))),
  },
  {
    name: 'top products of 90 days, cold',
    target: { p99: 100 },
    run: turn => rankProducts({ ...ask(otherDays(turn)), limit: 10 }),
  },
  {
    name: 'top products of 90 days, repeated',
    target: { p99: 20 },
    run: () => rankProducts({ ...ask({ range: '90d' }), limit: 10 }),
  },
]

const otherDays = (turn: number) => ({ from: shiftDay(turn, 89), to: shiftDay(turn, 0) })

const shiftDay = (turn: number, back: number) =>
  new Date(span.end.getTime() - ((turn % (days - 200)) + back) * 86_400_000).toISOString().slice(0, 10)
