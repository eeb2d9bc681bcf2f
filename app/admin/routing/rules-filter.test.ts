import { expect, test } from 'vitest'
import { filterRules, type RuleRow, rulesHref, rulesQuery } from './rules-filter'

const ana = {
  id: 1,
  digits: '447700900142',
  formatted: '+44 7700 900142',
  label: 'Ana, Shoes',
  isDemo: false,
}
const ben = { id: 2, digits: '5511988887777', formatted: '+55 11 98888-7777', label: '', isDemo: false }
const rule = (
  id: number,
  path: string[],
  number: typeof ana,
  state: RuleRow['state'] = 'active',
): RuleRow => ({
  id,
  categoryId: id,
  path,
  number: { ...number, away: null },
  state,
  paused: state === 'paused',
  coversSubcategories: false,
  products: 0,
})
const rules = [
  rule(1, ['Men', 'Shoes', 'Sneakers'], ana),
  rule(2, ['Women', 'Shoes', 'Sneakers'], ben, 'paused'),
  rule(3, ['Café'], ben),
]

test.each([
  [{}, [1, 2, 3]],
  [{ q: 'women sneakers' }, [2]],
  [{ q: 'cafe' }, [3]],
  [{ q: 'ana' }, [1]],
  [{ q: '5511988' }, [2, 3]],
  [{ q: '98888-7777' }, [2, 3]],
  [{ number: '2' }, [2, 3]],
  [{ number: '2', state: 'paused' }, [2]],
  [{ number: '2', q: 'men shoes' }, [2]],
  [{ q: 'hats' }, []],
  [{ number: 'x', state: 'unheard of', q: '  ' }, [1, 2, 3]],
])('%j shows %j', (query, ids) => {
  expect(filterRules(rules, rulesQuery.parse(query)).map(({ id }) => id)).toEqual(ids)
})

test('the address says what is filtered, and nothing else', () => {
  expect(rulesHref(rulesQuery.parse({}))).toBe('/admin/routing')
  const query = rulesQuery.parse({ q: 'a & b', number: '2', state: 'paused' })
  expect(rulesHref(query)).toBe('/admin/routing?q=a+%26+b&number=2&state=paused')
})
