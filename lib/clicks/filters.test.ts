import { describe, expect, it } from 'vitest'
import { buildClickQuery, parseClickFilters } from './filters'

const now = new Date('2026-11-23T02:30:00Z')
const uuid = '019ab1c2-7000-7000-8000-000000000001'
const read = (params: Record<string, string | string[]>, timeZone = 'UTC') =>
  parseClickFilters({ params, now, timeZone })

describe('click filters from a URL', () => {
  it('starts with people of the last 30 days', () => {
    expect(read({})).toEqual({
      filters: {
        q: '',
        pageType: null,
        deviceType: null,
        numberId: null,
        productId: null,
        categoryId: null,
        reason: null,
        ruleId: null,
        visitors: 'human',
        kindReason: null,
        range: '30d',
        from: '2026-10-25',
        to: '2026-11-23',
      },
      cursor: null,
      problems: [],
    })
  })

  it.each([
    ['UTC', '2026-11-23'],
    ['America/Sao_Paulo', '2026-11-22'],
    ['Pacific/Kiritimati', '2026-11-23'],
  ])('takes today from the clock of %s', (timeZone, today) => {
    expect(read({ range: 'today' }, timeZone).filters).toMatchObject({ from: today, to: today })
  })

  it.each([
    [{ range: '7d' }, '2026-11-17', '2026-11-23'],
    [{ range: '90d' }, '2026-08-26', '2026-11-23'],
    [{ range: '365d' }, '2025-11-24', '2026-11-23'],
    [{ range: 'yesterday' }, '2026-11-22', '2026-11-22'],
    [{ range: 'all' }, null, '2026-11-23'],
    [{ range: 'custom', from: '2026-01-02', to: '2026-02-03' }, '2026-01-02', '2026-02-03'],
    [{ from: '2026-02-03', to: '2026-01-02' }, '2026-01-02', '2026-02-03'],
    [{ to: '2026-03-30' }, '2026-03-01', '2026-03-30'],
    [{ from: '2026-11-01' }, '2026-11-01', '2026-11-23'],
    [{ from: '2030-01-01' }, '2030-01-01', '2030-01-01'],
    [{ range: '7d', from: '2020-01-01', to: '2020-01-02' }, '2026-11-17', '2026-11-23'],
  ])('reads the range %j', (params, from, to) => {
    const { filters, problems } = read(params)
    expect(filters).toMatchObject({ from, to })
    expect(problems).toEqual([])
  })

  it.each([
    [{ page: 'basket' }, { pageType: null }],
    [{ device: 'tv' }, { deviceType: null }],
    [{ number: '-1' }, { numberId: null }],
    [{ number: '99999999999' }, { numberId: null }],
    [{ product: '9007199254740992' }, { productId: null }],
    [{ product: 'x' }, { productId: null }],
    [{ category: '2147483648' }, { categoryId: null }],
    [{ reason: 'because' }, { reason: null }],
    [{ reason: 'no_rule:3' }, { reason: null, ruleId: null }],
    [{ reason: 'rule:x' }, { reason: null, ruleId: null }],
    [{ reason: 'rule:2147483648' }, { reason: null, ruleId: null }],
    [{ visitors: 'aliens' }, { visitors: 'human' }],
    [{ visitors: 'bot:tired' }, { visitors: 'human', kindReason: null }],
    [{ visitors: 'human:isbot' }, { visitors: 'human', kindReason: null }],
    [{ visitors: 'bot:isbot:x' }, { visitors: 'human', kindReason: null }],
    [{ range: 'year' }, { range: '30d' }],
    [{ from: '2026-02-30' }, { range: '30d' }],
    [{ to: '99999-01-01' }, { range: '30d' }],
    [{ from: '0001-01-01' }, { range: '30d' }],
    [{ older: 'x' }, {}],
    [{ newer: `1.5_${uuid}` }, {}],
    [{ older: `99999999999999999_${uuid}` }, {}],
    [{ q: 'a'.repeat(5000) }, { q: 'a'.repeat(200) }],
  ])('falls back from %j and says so', (params, expected) => {
    const { filters, cursor, problems } = read(params)
    expect(filters).toMatchObject(expected)
    expect(cursor).toBeNull()
    expect(problems).toEqual([expect.stringMatching(/^[A-Z].+\.$/)])
  })

  it.each([
    [{ from: 'x' }, 'The first day is not a date, so it was left out.'],
    [{ to: '2026-02-30' }, 'The last day is not a date, so it was left out.'],
    [{ from: '1999-01-01' }, 'The first day is not between 2000 and 2099, so it was left out.'],
    [{ to: '2100-01-01' }, 'The last day is not between 2000 and 2099, so it was left out.'],
  ])('tells of %j that %s', (params, problem) => {
    expect(read(params).problems).toEqual([problem])
  })

  it('takes the first of repeated values, and empty ones as not given', () => {
    const { filters, problems } = read({ page: ['cart', 'bogus'], device: '', number: '', q: '', older: '' })
    expect(filters).toMatchObject({ pageType: 'cart', deviceType: null, numberId: null })
    expect(problems).toEqual([])
  })

  it.each([
    ['  red \n\t shirt ', 'red shirt'],
    ['a\u0000b', 'a b'],
    ['\ud800x', '\ufffdx'],
    ['cafe\u0301', 'café'],
    ['حذاء 👟', 'حذاء 👟'],
  ])('cleans the search %j', (q, cleaned) => {
    expect(read({ q }).filters.q).toBe(cleaned)
  })

  it('writes a query that reads back as the same filters', () => {
    const params = {
      q: '100% a&b=c',
      page: 'cart',
      device: 'mobile',
      number: '7',
      product: '0',
      category: '12',
      reason: 'no_rule',
      visitors: 'everyone',
      from: '2026-01-02',
      to: '2026-02-03',
    }
    const { filters } = read(params)
    expect(read(Object.fromEntries(new URLSearchParams(buildClickQuery(filters)))).filters).toEqual(filters)
    expect(buildClickQuery(read({}).filters)).toBe('')
  })

  it.each([
    [{ reason: 'rule:12' }, { reason: 'rule', ruleId: 12 }, '?reason=rule%3A12'],
    [{ visitors: 'bot:isbot' }, { visitors: 'bot', kindReason: 'isbot' }, '?visitors=bot%3Aisbot'],
  ])('reads %j, and writes it', (params, expected, query) => {
    const { filters, problems } = read(params)
    expect(filters).toMatchObject(expected)
    expect(problems).toEqual([])
    expect(buildClickQuery(filters)).toBe(query)
  })

  it('leaves out the rule of another reason, and the cause of another kind', () => {
    const { filters } = read({ reason: 'rule:12', visitors: 'bot:isbot' })
    expect(buildClickQuery({ ...filters, reason: 'no_rule', visitors: 'everyone' })).toBe(
      '?reason=no_rule&visitors=everyone',
    )
  })

  it.each(['older', 'newer'] as const)('carries the cursor of the %s page', direction => {
    const click = { id: uuid, occurredAt: new Date(1_764_000_000_123) }
    const query = buildClickQuery(read({}).filters, { direction, click })
    expect(query).toBe(`?${direction}=1764000000123_${uuid}`)
    expect(read(Object.fromEntries(new URLSearchParams(query))).cursor).toEqual({ direction, ...click })
  })
})
