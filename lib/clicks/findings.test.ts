import { describe, expect, it } from 'vitest'
import {
  changeInWords,
  differenceInWords,
  findingNumbers,
  findingPlaces,
  findingProducts,
  findingRouting,
  findingTimes,
  findingTrend,
  findingUncounted,
  shareInWords,
} from './findings'
import type { RoutingHealth } from './routing-health'

const locale = 'en'
const before = 'in the 30 days before'

describe('findings', () => {
  it.each([
    [0, '0%'],
    [0.001, '<1%'],
    [0.5, '50%'],
    [0.999, '>99%'],
    [1, '100%'],
  ])('writes the share %d as %s', (share, words) => {
    expect(shareInWords(share, locale)).toBe(words)
  })

  it.each([
    [112, 100, '+12%'],
    [97, 100, '−3%'],
    [100, 100, null],
    [10_004, 10_000, null],
    [5, 0, null],
    [5, null, null],
  ])('writes %d after %s as %s', (count, previous, words) => {
    expect(changeInWords(count, previous, locale)).toBe(words)
  })

  it.each([
    [42, 30, '+12 · 40%'],
    [1500, 2500, '−1,000 · 40%'],
    [5, 0, '+5 · new'],
    [10_004, 10_000, '+4'],
    [5, 5, null],
    [5, null, null],
  ])('writes the difference of %d from %s as %s', (count, previous, words) => {
    expect(differenceInWords(count, previous, locale)).toBe(words)
  })

  it.each([
    [1500, 1000, '50% more than in the 30 days before (1,000).'],
    [9996, 10_000, 'About as many as in the 30 days before (10,000).'],
    [990, 1000, '1% fewer than in the 30 days before (1,000).'],
    [7, 7, 'As many as in the 30 days before.'],
    [0, 0, 'None in the 30 days before either.'],
    [7, 0, 'There were none in the 30 days before.'],
    [7, null, 'Since the first click.'],
  ])('compares %d with %s', (total, previousTotal, sentence) => {
    expect(findingTrend({ total, previousTotal }, before, locale)).toBe(sentence)
  })

  it('names the busiest day and hour', () => {
    const counts = Array.from({ length: 7 }, () => Array<number>(24).fill(1))
    counts[5] = Array<number>(24).fill(2)
    counts[2] = counts[2]?.with(19, 9) ?? []
    const total = counts.flat().reduce((sum, count) => sum + count, 0)
    const names = {
      weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      hours: Array.from({ length: 24 }, (_, hour) => `${hour}:00`),
    }
    expect(findingTimes({ counts, total, most: 9 }, names, locale)).toBe(
      'Sat is the busiest day with 24% of the clicks; the busiest hour is Wed from 19:00.',
    )
    expect(findingTimes({ counts, total: 0, most: 0 }, names, locale)).toBe('No clicks in this period.')
  })

  it('names the page most clicks come from, and the device', () => {
    const place = (pageType: 'product' | 'floating', deviceType: 'mobile' | 'desktop', count: number) => ({
      pageType,
      deviceType,
      count,
      previous: null,
    })
    const places = [
      place('product', 'mobile', 60),
      place('product', 'desktop', 10),
      place('floating', 'mobile', 30),
    ]
    expect(findingPlaces({ places, total: 100 }, locale)).toBe(
      '70% of the clicks come from product pages; 90% on a phone.',
    )
    const most = [place('product', 'mobile', 999), place('floating', 'desktop', 1)]
    expect(findingPlaces({ places: most, total: 1000 }, locale)).toBe(
      'Over 99% of the clicks come from product pages; over 99% on a phone.',
    )
  })

  it('names the product that leads, and those that move most', () => {
    const rank = (id: number, name: string | null, count: number, previous: number | null) => ({
      id,
      name,
      variation: null,
      imageUrl: null,
      count,
      previous,
    })
    const hoodie = rank(1, 'Hoodie', 134, 100)
    const [mug, unknown] = [rank(2, 'Mug', 9, 1), rank(3, null, 1, 50)]
    expect(findingProducts({ top: [hoodie], rising: [hoodie], falling: [] }, locale)).toBe(
      'Hoodie leads with 134 clicks (+34%).',
    )
    expect(findingProducts({ top: [hoodie], rising: [mug], falling: [unknown] }, locale)).toBe(
      'Hoodie leads with 134 clicks (+34%); Mug rises most, product 3 falls most.',
    )
    const moves = (rising: [number, number], falling: [number, number]) =>
      findingProducts(
        { top: [hoodie], rising: [rank(2, 'Mug', ...rising)], falling: [rank(3, 'Cap', ...falling)] },
        locale,
      )
    // What chance explains is no news: so few clicks, or so small a share of many.
    expect(moves([3, 2], [2, 3])).toBe('Hoodie leads with 134 clicks (+34%).')
    expect(moves([4, 0], [1040, 1100])).toBe('Hoodie leads with 134 clicks (+34%).')
    expect(moves([5, 0], [1000, 1100])).toBe(
      'Hoodie leads with 134 clicks (+34%); Mug rises most, Cap falls most.',
    )
    expect(findingProducts({ top: [], rising: [], falling: [] }, locale)).toMatch(/^No click named/)
  })

  it('says who gets the orders, and whether nobody does: first of all where that is the most', () => {
    const number = (id: number | null, label: string, count: number) => ({
      id,
      digits: id === null ? null : '447700900001',
      label,
      isArchived: false,
      count,
      previous: null,
    })
    const tell = (...numbers: ReturnType<typeof number>[]) =>
      findingNumbers(numbers, ({ label }) => label, locale)
    expect(tell(number(1, 'Ana', 3), number(2, 'Bo', 1))).toBe(
      'Ana gets 75% of the clicks, 2 numbers share them.',
    )
    expect(tell(number(1, 'Ana', 3))).toBe('Ana gets every click.')
    expect(tell(number(1, 'Ana', 3), number(2, 'Bo', 0))).toBe('Ana gets every click.')
    expect(tell(number(1, 'Ana', 1500), number(2, 'Bo', 715), number(null, '', 3))).toBe(
      'Ana gets 68% of the clicks, 2 numbers share them; 3 reached nobody, as no default number was set.',
    )
    expect(tell(number(1, 'Ana', 3), number(null, '', 1))).toBe(
      'Ana gets 75% of the clicks; 1 reached nobody, as no default number was set.',
    )
    expect(tell(number(null, '', 1200), number(1, 'Ana', 600), number(2, 'Bo', 200))).toBe(
      '60% of the clicks reached nobody, as no default number was set; Ana gets 75% of the others.',
    )
    expect(tell(number(null, '', 2))).toBe('All clicks reached nobody, as no default number was set.')
    expect(tell()).toBe('Nobody got an order in this period.')
  })

  it('tells want of a rule from the floating button, which has no other way', () => {
    const reason = (name: RoutingHealth['reasons'][number]['reason'], count: number) => ({
      reason: name,
      count,
      previous: null,
      products: [],
    })
    const missing = (name: string) => ({ categoryId: 1, categoryPath: ['Home', name], count: 1, products: 1 })
    const health = {
      total: 100,
      rules: [],
      reasons: [reason('floating', 50), reason('no_rule', 18)],
      missingRules: [missing('Mugs')],
      missingRulesTotal: 1,
    }
    expect(findingRouting(health, locale)).toBe(
      '36% of the clicks on products went to the default number: Mugs has no rule.',
    )
    expect(findingRouting({ ...health, missingRulesTotal: 1200 }, locale)).toBe(
      '36% of the clicks on products went to the default number: 1,200 categories have no rule, Mugs above all.',
    )
    const tell = (...reasons: RoutingHealth['reasons']) => findingRouting({ ...health, reasons }, locale)
    expect(tell(reason('no_category', 12), reason('no_rule', 10))).toBe(
      '22% of the clicks on products went to the default number, most often because the product was in no category (12 clicks).',
    )
    expect(tell(reason('no_rule', 10), reason('no_category', 10))).toMatch(/: Mugs has no rule\.$/)
    expect(tell(reason('floating', 50), reason('unknown_product', 1))).toBe(
      '2% of the clicks on products went to the default number, because the product was not in the catalogue (1 click).',
    )
    expect(findingRouting({ ...health, missingRules: [], missingRulesTotal: 0 }, locale)).toBe(
      '36% of the clicks on products went to the default number, because no category of the product had a rule (18 clicks).',
    )
    expect(findingRouting({ ...health, total: 1000, reasons: [reason('no_rule', 1)] }, locale)).toMatch(
      /^Under 1% of the clicks/,
    )
    expect(tell(reason('floating', 50))).toBe('Every click on a product went by a rule.')
  })

  it('says what was not counted', () => {
    const kind = (name: 'bot' | 'duplicate' | 'flood', count: number) => ({ kind: name, reason: null, count })
    const told = (all: number, ...uncounted: ReturnType<typeof kind>[]) =>
      findingUncounted({ all, counted: 0, uncounted, unrecorded: 0 }, locale)
    expect(told(100, kind('bot', 20), kind('flood', 5))).toBe(
      '25% of all visits were not counted, most of them bots.',
    )
    expect(told(2000, kind('bot', 100), kind('duplicate', 1160), kind('bot', 240))).toBe(
      '75% of all visits were not counted, most of them repeats.',
    )
    expect(told(1000, kind('bot', 190), kind('duplicate', 150), kind('flood', 149))).toBe(
      '49% of all visits were not counted, many of them bots (190 of 489).',
    )
    expect(told(4, kind('bot', 1), kind('flood', 1))).toBe(
      '50% of all visits were not counted, many of them bots (1 of 2).',
    )
    expect(told(100, kind('flood', 5))).toBe('5% of all visits were not counted, all of them floods.')
    expect(told(1000, kind('bot', 1))).toBe('Under 1% of all visits were not counted, all of them bots.')
    expect(told(100)).toMatch(/all of them count\.$/)
    expect(told(0)).toBe('Nobody came in this period.')
  })
})
