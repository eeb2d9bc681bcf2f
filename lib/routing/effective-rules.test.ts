import { expect, test } from 'vitest'
import { listCoveredCategories } from './covered-categories'
import { buildEffectiveRules } from './effective-rules'

/** Clothing (1) > Shoes (2) > Boots (3) > Winter (4); Hats (5) stands alone. */
const tree = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 2 },
  { id: 4, parentId: 3 },
  { id: 5, parentId: null },
]
const live = tree.map(node => ({ ...node, archived: false }))

type Rules = Record<number, 'covers' | 'own'>

const rulesOf = (rules: Rules) =>
  Object.entries(rules).map(([id, kind]) => ({
    categoryId: Number(id),
    coversSubcategories: kind === 'covers',
  }))

/** Category -> the category whose rule acts there. */
function effective(rules: Rules, categories: typeof live = live): Record<number, number> {
  const acting = buildEffectiveRules(categories, rulesOf(rules))
  return Object.fromEntries([...acting].map(([id, rule]) => [id, rule.categoryId]))
}

test.each<[string, Rules, Record<number, number>]>([
  ['nobody covers: each category its own rule', { 1: 'own', 3: 'own' }, { 1: 1, 3: 3 }],
  ['one covers all below it', { 1: 'covers' }, { 1: 1, 2: 1, 3: 1, 4: 1 }],
  ['the nearest wins', { 1: 'covers', 3: 'covers' }, { 1: 1, 2: 1, 3: 3, 4: 3 }],
  [
    'a nearer one that does not cover stands for itself only',
    { 1: 'covers', 3: 'own' },
    { 1: 1, 2: 1, 3: 3, 4: 1 },
  ],
  ['its own comes first', { 1: 'covers', 4: 'own' }, { 1: 1, 2: 1, 3: 1, 4: 4 }],
  ['no rule at all', {}, {}],
])('%s', (_, rules, expected) => {
  expect(effective(rules)).toEqual(expected)
})

test('an archived category has no rule; what lies above reaches through it', () => {
  const archived = live.map(node => ({ ...node, archived: node.id === 2 }))
  expect(effective({ 1: 'covers', 2: 'covers' }, archived)).toEqual({ 1: 1, 3: 1, 4: 1 })
})

test('a parent that is missing or runs in a circle ends the way up', () => {
  expect(effective({ 5: 'own' }, [{ id: 5, parentId: 77, archived: false }])).toEqual({ 5: 5 })
  const circle = [
    { id: 1, parentId: 2, archived: false },
    { id: 2, parentId: 1, archived: false },
    { id: 3, parentId: 1, archived: false },
  ]
  expect(effective({ 2: 'covers' }, circle)).toEqual({ 1: 2, 2: 2, 3: 2 })
  expect(effective({}, circle)).toEqual({})
})

/** What the switch promises is what the decision does. */
test.each<[string, Rules, number, number[]]>([
  ['everything below', {}, 1, [2, 3, 4]],
  ['not what has a rule of its own, but what is below that', { 3: 'own' }, 1, [2, 4]],
  ['not below a nearer one that covers', { 2: 'covers' }, 1, []],
  ['a leaf', {}, 4, []],
])('covered: %s', (_, rules, id, covered) => {
  const nodes = tree.map(node => {
    const rule = rules[node.id]
    return { ...node, own: rule ? { coversSubcategories: rule === 'covers', paused: false } : null }
  })
  expect(listCoveredCategories(nodes, id).map(node => node.id)).toEqual(covered)
  const acting = effective({ ...rules, [id]: 'covers' })
  expect(tree.filter(node => node.id !== id && acting[node.id] === id).map(node => node.id)).toEqual(covered)
})
