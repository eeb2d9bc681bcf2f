import { describe, expect, test } from 'vitest'
import { decideBadRequest, decideCart, decideFloating, decideProduct } from './decide'
import { desk, hats, product, shoes, tableOf } from './table.fixture'

const table = tableOf([
  product(1, { categoryIds: [10] }),
  product(2, { categoryIds: [20] }),
  product(3, { categoryIds: [30] }),
  product(4),
  product(5, { categoryIds: [10, 20] }),
  product(6, { categoryIds: [20, 10] }),
  product(7, { categoryIds: [30, 20, 10] }),
  product(61, { parentId: 6, categoryIds: [20, 10] }),
])

const byDefault = (reason: string, productId: number | null) => ({
  number: desk,
  reason,
  ruleId: null,
  categoryId: null,
  productId,
  via: null,
})
const byShoes = (productId: number) => ({
  number: shoes,
  reason: 'rule',
  ruleId: 100,
  categoryId: 10,
  productId,
  via: null,
})
const byHats = (productId: number) => ({
  number: hats,
  reason: 'rule',
  ruleId: 200,
  categoryId: 20,
  productId,
  via: null,
})

/** With the rule of the first item that would have gone elsewhere. */
const mixed = <Kind extends object>(decision: Kind, rival: number) => ({ ...decision, via: `mixed:${rival}` })

test.each([
  ['its only category', 1, byShoes(1)],
  ['the first of two ruled categories', 5, byShoes(5)],
  ['the other order', 6, byHats(6)],
  ['a category without a rule is passed over', 7, byHats(7)],
  ['a variation has its own id and its parent’s categories', 61, byHats(61)],
  ['no category has a rule', 3, byDefault('no_rule', 3)],
  ['no category', 4, byDefault('no_category', 4)],
  ['not in the catalogue', 99, byDefault('unknown_product', 99)],
])('product: %s', (_, id, expected) => {
  expect(decideProduct(table, id, 0)).toEqual(expected)
})

test.each([
  ['first item wins', [1, 2], mixed(byShoes(1), 200)],
  ['first item wins, the other order', [2, 1], mixed(byHats(2), 100)],
  ['several items of one number are not mixed', [1, 5, 3, 99], byShoes(1)],
  ['items without a rule are passed over', [99, 3, 4, 6, 1], mixed(byHats(6), 100)],
  ['an item’s own category order counts, not the cart’s', [5, 2], mixed(byShoes(5), 200)],
  ['no match: the first item and its reason', [3, 99], byDefault('no_rule', 3)],
  ['no match, the other order', [99, 3], byDefault('unknown_product', 99)],
  ['nothing in it', [], byDefault('bad_request', null)],
])('cart: %s', (_, ids, expected) => {
  expect(decideCart(table, ids, 0)).toEqual(expected)
})

describe('without an item', () => {
  test('the floating button is product 0', () => {
    expect(decideFloating(table, 0)).toEqual(byDefault('floating', 0))
  })
  test('an unusable request has no product', () => {
    expect(decideBadRequest(table, 0)).toEqual(byDefault('bad_request', null))
  })
})

test('without a default number only a rule gives one', () => {
  const bare = tableOf([...table.products.values()], { defaultNumber: null })
  expect(decideProduct(bare, 1, 0).number).toEqual(shoes)
  expect(decideProduct(bare, 3, 0).number).toBeNull()
  expect(decideCart(bare, [3, 1], 0).number).toEqual(shoes)
  expect(decideFloating(bare, 0).number).toBeNull()
})
