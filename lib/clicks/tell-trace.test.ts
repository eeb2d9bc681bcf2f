import { describe, expect, it } from 'vitest'
import { tellTrace } from './tell-trace'

type Trace = Parameters<typeof tellTrace>[0]

const hoodie = {
  name: 'Hoodie',
  variation: null,
  sku: null,
  imageUrl: null,
  isArchived: false,
  categories: [{ id: 2, path: ['Clothing', 'Hoodies'] }],
}
const rule = {
  id: 3,
  pausedAt: null,
  archivedAt: null,
  number: { digits: '5511988887777', label: 'Ana' },
}
const click: Trace = {
  pageType: 'product',
  deviceType: 'mobile',
  visitorKind: 'human',
  kindReason: null,
  productId: 12,
  product: hoodie,
  itemCount: 1,
  reason: 'rule',
  categoryPath: ['Clothing', 'Hoodies'],
  number: '5511988887777',
  numberLabel: 'Ana',
  via: null,
  rule,
}
const tell = (change: Partial<Trace>) => tellTrace({ ...click, ...change })

describe('a click in words', () => {
  it('tells who pressed what, which rule decided, and where it went', () => {
    expect(tell({})).toEqual({
      who: 'Somebody pressed the button on the page of Hoodie, on a phone.',
      why: 'Hoodie is in Clothing › Hoodies; that rule sends to Ana, +55 11 98888-7777.',
      where: 'It went to Ana, +55 11 98888-7777.',
      today: null,
    })
  })

  it('keeps digits and commas after right-to-left names in order', () => {
    const told = tell({ product: { ...hoodie, name: 'قميص' }, numberLabel: 'ليلى' })
    expect(told.who).toContain('the page of \u2068قميص\u2069, on a phone')
    expect(told.why).toMatch(/^\u2068قميص\u2069 is in/)
    expect(told.where).toBe('It went to \u2068ليلى\u2069, +55 11 98888-7777.')
  })

  it('says an option unless the name ends with it', () => {
    expect(tell({ product: { ...hoodie, variation: 'H' } }).who).toContain('Hoodie, H,')
    expect(tell({ product: { ...hoodie, name: 'Hoodie - Blue', variation: 'Blue' } }).who).toContain(
      'Blue, on',
    )
  })

  it.each<[Partial<Trace>, string]>([
    [
      { pageType: 'cart', itemCount: 3 },
      'Of the items in the cart the first with a rule decides: Hoodie is in Clothing › Hoodies; that rule sends to Ana, +55 11 98888-7777.',
    ],
    [
      { reason: 'no_rule' },
      'Hoodie is in Clothing › Hoodies; it had no rule, so the default number was used.',
    ],
    [
      {
        reason: 'no_rule',
        product: {
          ...hoodie,
          categories: [
            { id: 1, path: ['Mugs'] },
            { id: 4, path: ['Sale'] },
          ],
        },
      },
      'Hoodie is in Mugs and Sale; none of them had a rule, so the default number was used.',
    ],
    [
      { reason: 'no_rule', number: null },
      'Hoodie is in Clothing › Hoodies; it had no rule, and no default number was set.',
    ],
    [{ reason: 'no_category' }, 'Hoodie was in no category, so the default number was used.'],
    [
      { reason: 'unknown_product', product: null },
      'The catalogue did not know product 12, so the default number was used.',
    ],
    [
      { reason: 'bad_request', product: null, productId: null },
      'The link named no valid product, so the default number was used.',
    ],
    [
      { reason: 'floating', pageType: 'floating', productId: 0, product: null },
      'The floating button belongs to no product, so the default number was used.',
    ],
  ])('says why for %j', (change, why) => {
    expect(tell(change).why).toBe(why)
  })

  it.each<[Partial<Trace>, string | null]>([
    [{ rule: null }, 'Since then the rule has been removed.'],
    [{ rule: { ...rule, archivedAt: new Date(0) } }, 'Since then the rule has been removed.'],
    [{ rule: { ...rule, pausedAt: new Date(0) } }, 'Today the rule is paused.'],
    [
      { rule: { ...rule, number: { digits: '447700900001', label: '' } } },
      'Today the rule sends to +44 7700 900001.',
    ],
    [{ rule: { ...rule, number: { digits: '447700900001', label: '' } }, via: 'closed' }, null],
    [
      { rule: { ...rule, number: { digits: '447700900001', label: '' } }, via: 'mixed:7' },
      'Today the rule sends to +44 7700 900001.',
    ],
    [{ reason: 'floating', rule: null }, null],
  ])('says what is different today for %j', (change, today) => {
    expect(tell(change).today).toBe(today)
  })

  it('says that a crawler was not counted, and that nobody was reached', () => {
    const told = tell({ visitorKind: 'bot', kindReason: 'isbot', number: null, numberLabel: null })
    expect(told.who).toMatch(/nobody tapped.+Not counted as a click\.$/)
    expect(told.where).toBe('It reached nobody: the shopper saw a page that says so.')
  })

  it.each([
    [
      'hours>backup',
      'The number it was meant for was outside its hours, so a backup took it: Ana, +55 11 98888-7777.',
    ],
    [
      'paused>default',
      'The number it was meant for was paused, so the default number took it: Ana, +55 11 98888-7777.',
    ],
    [
      'mixed:7;hours>paused>hours>+2>backup',
      '5 numbers were closed or paused, so a backup took it: Ana, +55 11 98888-7777.',
    ],
    [
      'hours>hours>anyway',
      '2 numbers were closed or paused and nobody else was there, so Ana, +55 11 98888-7777 got it all the same.',
    ],
    ['mixed:7', 'It went to Ana, +55 11 98888-7777.'],
    ['by pigeon', 'It went to Ana, +55 11 98888-7777.'],
  ])('tells the way of %s', (via, where) => {
    expect(tell({ via }).where).toBe(where)
  })

  it('tells which rule decided, not where its number was away, and what else was in the cart', () => {
    expect(tell({ via: 'hours>backup' }).why).toBe('Hoodie is in Clothing › Hoodies; that rule decided.')
    expect(tell({ via: 'mixed:7' }).why).toMatch(
      /sends to Ana.* A later item has a rule that sends to another number\.$/,
    )
  })
})
