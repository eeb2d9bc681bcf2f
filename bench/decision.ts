import { decideCart } from '../lib/routing/decide'
import { buildEffectiveRules } from '../lib/routing/effective-rules'
import { compileHours } from '../lib/routing/hours'
import type { RoutingTable, TableNumber, TableProduct } from '../lib/routing/table'
import { median, round } from './figures'

const categoryCount = 300
const numberCount = 40
const productCount = 20_000
const cartSize = 50
const rounds = 9
const decisionsPerRound = 20_000
const zones = ['Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC']

/**
 * Microseconds for where a cart of 50 goes, at its worst: only the last item has a rule, from a category above; its number
 * is closed, so are its backups, and every decision is at another moment. Of processor time, without the redirect.
 */
export function measureDecision(): number {
  const table = buildTable()
  const cart = Array.from({ length: cartSize }, (_, i) => (i === cartSize - 1 ? productCount : 1 + i * 391))
  const start = Date.parse('2026-11-22T22:00:00Z')
  const times: number[] = []
  for (let turn = 0; turn <= rounds; turn++) {
    const began = process.cpuUsage()
    for (let i = 0; i < decisionsPerRound; i++) check(decideCart(table, cart, start + i * 100).via)
    const { user, system } = process.cpuUsage(began)
    times.push((user + system) / decisionsPerRound)
  }
  // The first round is for the compiler.
  return round(median(times.slice(1)), 2)
}

function check(via: string | null): void {
  if (via !== 'hours>hours>hours>default') throw new Error(`The cart went another way than meant: ${via}`)
}

function buildTable(): RoutingTable {
  // Nine times a week, none of them at the moments that are asked about: from Sunday night on.
  const day = [9, 12, 15].map(hour => ({ from: hour * 60, to: hour * 60 + 120 }))
  const shut = compileHours([[], day, day, day, [], [], []])
  const numbers = new Map<number, TableNumber>()
  for (let id = 1; id <= numberCount; id++) {
    const timeZone = zones[id % zones.length] ?? 'UTC'
    const backupId = id % 3 === 0 ? null : id + 1
    const hours = id === numberCount ? null : shut
    numbers.set(id, { id, digits: String(15550000000 + id), paused: false, hours, timeZone, backupId })
  }
  return {
    store: {
      storeName: 'Bench',
      currency: 'USD',
      locale: 'en-US',
      templates: { product: '', cart: '', checkout: '', floating: '' },
      defaultNumber: numbers.get(numberCount) ?? null,
      numbers,
      rules: buildRules(numbers),
    },
    products: new Map(Array.from({ length: productCount }, (_, i) => [i + 1, productOf(i + 1)])),
  }
}

/** Trees six levels deep; in the upper half of them the roots have a rule that covers everything below. */
function buildRules(numbers: ReadonlyMap<number, TableNumber>): RoutingTable['store']['rules'] {
  const categories = Array.from({ length: categoryCount }, (_, i) => {
    const id = i + 1
    return { id, parentId: id % 6 === 1 ? null : id - 1, archived: false }
  })
  const first = numbers.get(1)
  const rules = categories.flatMap(({ id }) =>
    first && id > categoryCount / 2 && id % 6 === 1
      ? [{ id: 1_000 + id, categoryId: id, coversSubcategories: true, number: first }]
      : [],
  )
  return buildEffectiveRules(categories, rules)
}

/** Four categories each; the last product alone is where rules reach. */
function productOf(id: number): TableProduct {
  const half = categoryCount / 2
  const base = id === productCount ? half : 0
  const categoryIds = [0, 37, 74, 111].map(step => base + 1 + ((id * 7 + step) % half))
  return {
    id,
    parentId: null,
    name: `Product ${id}`,
    variation: null,
    sku: null,
    price: '10',
    currency: null,
    url: null,
    categoryIds,
  }
}
