import { describe, expect, test } from 'vitest'
import { decideCart, decideFloating, decideProduct } from './decide'
import type { TableNumber } from './table'
import { number, product, tableOf } from './table.fixture'
import { formatVia, parseVia } from './via'
import { walkNumbers } from './walk-numbers'

const closed = { hours: [0, 60] }
const paused = { paused: true }
/** Tuesday noon: outside the hours of `closed`. */
const now = Date.parse('2026-11-24T12:00:00Z')

type Facts = Partial<TableNumber>

/** Number 1 is the rule's, 9 the default; 2 to 5 are there to be backups. */
function shop(facts: Record<number, Facts>, hasDefault = true) {
  const all = [1, 2, 3, 4, 5, 9].map(id => number(id, `1555010000${id}`, facts[id]))
  const numbers = new Map(all.map(one => [one.id, one]))
  const [own, desk] = [numbers.get(1), numbers.get(9)]
  if (!own || !desk) throw new Error('The fixture lost a number')
  return tableOf(
    [product(1, { categoryIds: [10] }), product(2, { categoryIds: [20] }), product(3, { categoryIds: [30] })],
    {
      numbers,
      defaultNumber: hasDefault ? desk : null,
      rules: new Map([
        [10, { id: 100, categoryId: 10, number: own }],
        [20, { id: 200, categoryId: 20, number: numbers.get(5) ?? own }],
      ]),
    },
  )
}

test.each<[string, Record<number, Facts>, number, string | null]>([
  ['open', {}, 1, null],
  ['inside its hours', { 1: { hours: [0, 10_080] } }, 1, null],
  ['closed, its backup open', { 1: { ...closed, backupId: 2 } }, 2, 'hours>backup'],
  ['paused, its backup open', { 1: { ...paused, backupId: 2 } }, 2, 'paused>backup'],
  ['paused counts before hours', { 1: { ...paused, ...closed, backupId: 2 } }, 2, 'paused>backup'],
  ['closed, without a backup', { 1: closed }, 9, 'hours>default'],
  ['closed, its backup paused', { 1: { ...closed, backupId: 2 }, 2: paused }, 9, 'hours>paused>default'],
  [
    'the backup’s backup',
    { 1: { ...closed, backupId: 2 }, 2: { ...paused, backupId: 3 } },
    3,
    'hours>paused>backup',
  ],
  ['a backup that is gone', { 1: { ...closed, backupId: 77 } }, 9, 'hours>default'],
  ['nobody open: the default gets it all the same', { 1: closed, 9: closed }, 9, 'hours>hours>anyway'],
  ['the default’s backup', { 1: closed, 9: { ...paused, backupId: 4 } }, 4, 'hours>paused>backup'],
  [
    'a circle ends',
    { 1: { ...closed, backupId: 2 }, 2: { ...closed, backupId: 1 } },
    9,
    'hours>hours>default',
  ],
  [
    'a circle through the default ends',
    { 1: { ...closed, backupId: 9 }, 9: { ...closed, backupId: 1 } },
    9,
    'hours>hours>anyway',
  ],
  ['the default as a backup', { 1: { ...closed, backupId: 9 } }, 9, 'hours>backup'],
  [
    'a long way',
    {
      1: { ...closed, backupId: 2 },
      2: { ...paused, backupId: 3 },
      3: { ...paused, backupId: 4 },
      4: { ...paused, backupId: 5 },
    },
    5,
    'hours>paused>paused>+1>backup',
  ],
])('%s', (_, facts, id, via) => {
  expect(decideProduct(shop(facts), 1, now)).toMatchObject({
    number: { id },
    via,
    reason: 'rule',
    ruleId: 100,
  })
})

test('without a default number the rule’s own gets it, closed or not', () => {
  const table = shop({ 1: { ...closed, backupId: 2 }, 2: paused }, false)
  expect(decideProduct(table, 1, now)).toMatchObject({ number: { id: 1 }, via: 'hours>paused>anyway' })
  expect(decideProduct(table, 3, now)).toMatchObject({ number: null, via: null })
})

test('the default number hands on as well', () => {
  const table = shop({ 9: { ...closed, backupId: 2 } })
  expect(decideFloating(table, now)).toMatchObject({ number: { id: 2 }, via: 'hours>backup' })
  expect(decideProduct(table, 3, now)).toMatchObject({ number: { id: 2 }, reason: 'no_rule' })
  expect(decideFloating(shop({ 9: closed }), now)).toMatchObject({ number: { id: 9 }, via: 'hours>anyway' })
})

test('a mixed cart says so beside its way', () => {
  const table = shop({ 1: { ...closed, backupId: 2 } })
  expect(decideCart(table, [3, 1, 2], now)).toMatchObject({
    number: { id: 2 },
    via: 'mixed:200;hours>backup',
  })
  expect(decideCart(table, [2, 1], now)).toMatchObject({ number: { id: 5 }, via: 'mixed:100' })
  expect(decideCart(table, [1, 3, 1], now)).toMatchObject({ via: 'hours>backup' })
})

test('every number that was asked, in order', () => {
  const table = shop({ 1: { ...closed, backupId: 2 }, 2: paused })
  const first = table.store.numbers.get(1)
  expect(first && walkNumbers(table.store, first, now).hops).toMatchObject([
    { number: { id: 1 }, role: 'first', state: 'hours' },
    { number: { id: 2 }, role: 'backup', state: 'paused' },
    { number: { id: 9 }, role: 'default', state: 'open' },
  ])
})

describe('via', () => {
  const plain = { mixed: false, rivalRuleId: null, passed: [], more: 0, taker: null }

  test('is never longer than its column', () => {
    const passed = Array.from({ length: 999 }, () => 'paused' as const)
    expect(formatVia({ rivalRuleId: 2 ** 31 - 1, passed, taker: 'default' })?.length).toBeLessThanOrEqual(60)
  })
  test.each([
    ['mixed', { ...plain, mixed: true }],
    ['mixed:12', { ...plain, mixed: true, rivalRuleId: 12 }],
    ['hours>backup', { ...plain, passed: ['hours'], taker: 'backup' }],
    ['mixed;paused>backup', { ...plain, mixed: true, passed: ['paused'], taker: 'backup' }],
    [
      'mixed:12;paused>hours>default',
      { ...plain, mixed: true, rivalRuleId: 12, passed: ['paused', 'hours'], taker: 'default' },
    ],
    [
      'hours>hours>hours>+12>anyway',
      { ...plain, passed: ['hours', 'hours', 'hours'], more: 12, taker: 'anyway' },
    ],
    ['', null],
    ['backup', null],
    ['carrier pigeon', null],
    ['hours:12>backup', null],
    [':12', null],
    [null, null],
  ])('%j is read back', (text, via) => {
    expect(parseVia(text)).toEqual(via)
  })
})
