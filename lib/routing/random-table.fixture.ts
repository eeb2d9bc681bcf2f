import * as fc from 'fast-check'
import { buildEffectiveRules } from './effective-rules'
import { compileHours, type WeeklyHours } from './hours'
import type { RoutingTable, TableNumber } from './table'
import { number, product, tableOf } from './table.fixture'

const ids = fc.integer({ min: 1, max: 8 })
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
)
const minute = fc.integer({ min: 0, max: 95 }).map(quarter => quarter * 15)
const span = fc.record({ from: minute, to: minute }).filter(({ from, to }) => from !== to)
const week: fc.Arbitrary<WeeklyHours> = fc.array(fc.array(span, { maxLength: 2 }), {
  minLength: 7,
  maxLength: 7,
})

const numberFacts = fc.record({
  paused: fc.boolean(),
  hours: fc.option(week.map(compileHours)),
  timeZone: zones,
  // Circles and backups that are gone are in it: plain SQL can make them.
  backupId: fc.option(ids),
})

/** Eight numbers, eight categories of which many stand below each other, and as many products with some of them. */
export const randomTable: fc.Arbitrary<RoutingTable> = fc
  .record({
    numbers: fc.array(numberFacts, { minLength: 8, maxLength: 8 }),
    parents: fc.array(fc.option(ids), { minLength: 8, maxLength: 8 }),
    rules: fc.uniqueArray(fc.record({ categoryId: ids, numberId: ids, coversSubcategories: fc.boolean() }), {
      selector: rule => rule.categoryId,
    }),
    products: fc.array(fc.uniqueArray(ids, { maxLength: 4 }), { minLength: 8, maxLength: 8 }),
    defaultId: fc.option(ids),
  })
  .map(({ numbers, parents, rules, products, defaultId }) => {
    const all = numbers.map((facts, index) => number(index + 1, `1555010000${index + 1}`, facts))
    const byId = new Map(all.map((one): [number, TableNumber] => [one.id, one]))
    const categories = parents.map((parentId, index) => ({ id: index + 1, parentId, archived: false }))
    const acting = buildEffectiveRules(
      categories,
      rules.flatMap(rule => {
        const to = byId.get(rule.numberId)
        return to ? [{ ...rule, id: rule.categoryId * 100, number: to }] : []
      }),
    )
    return tableOf(
      products.map((categoryIds, index) => product(index + 1, { categoryIds })),
      {
        numbers: byId,
        defaultNumber: (defaultId !== null && byId.get(defaultId)) || null,
        rules: new Map(
          [...acting].map(([at, { id, categoryId, number: to }]) => [at, { id, categoryId, number: to }]),
        ),
      },
    )
  })

/** Product 9 is in no catalogue. */
const anyProduct = fc.integer({ min: 1, max: 9 })

/** A link of the shop, usable or not. */
export const randomLink: fc.Arbitrary<string> = fc.oneof(
  anyProduct.map(id => `/go/product/${id}`),
  fc
    .array(fc.tuple(anyProduct, fc.integer({ min: 0, max: 3 })), { maxLength: 6 })
    .map(items => `/go/cart?items=${items.map(([id, quantity]) => `${id}:${quantity}`).join(',')}`),
  fc.constantFrom(
    '/go/chat',
    '/go/product/none',
    '/go/cart',
    '/go/checkout',
    '//go//product/1/',
    '/go/product/%zz',
  ),
)

/** Any minute from 2018 to 2030, so that clocks change in it. */
export const randomMoment: fc.Arbitrary<number> = fc
  .integer({ min: Date.UTC(2018, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 })
  .map(minutes => minutes * 60_000)
