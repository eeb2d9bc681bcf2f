import { describe, expect, test } from 'vitest'
import {
  defaultTemplates,
  placeholdersFor,
  placeholdersIn,
  renderTemplate,
  unknownPlaceholders,
} from './templates'

describe('renderTemplate', () => {
  test.each([
    ['fills in', 'Hi {store}: {product}', { store: 'Shop', product: 'Mug' }, 'Hi Shop: Mug'],
    ['drops a line that has nothing to say', 'A\nSKU: {sku}\nB', {}, 'A\nB'],
    ['keeps a line with one value', '{sku} {price}', { price: '£1' }, ' £1'],
    ['leaves one blank line', 'A\n\nSKU: {sku}\n\nB', {}, 'A\n\nB'],
    ['starts and ends without blank lines', '\n{sku}\n\nA\n\n{sku}\n', {}, 'A'],
    ['leaves unknown words as typed', 'Hi {shop} {Product}', { product: 'x' }, 'Hi {shop} {Product}'],
    ['reads a value literally', '{product}', { product: '$& {price} {store}' }, '$& {price} {store}'],
    ['knows no inherited words', '{constructor} {toString}', {}, '{constructor} {toString}'],
    ['reads any line break', 'A\r\nB\rC', {}, 'A\nB\nC'],
    ['can be empty', '', {}, ''],
  ])('%s', (_, template, values, expected) => {
    expect(renderTemplate(template, values)).toBe(expected)
  })
})

test('placeholdersIn finds the ones in use', () => {
  expect([...placeholdersIn('{total} {nope} {items}')]).toEqual(['total', 'items'])
})

test('unknownPlaceholders names what the page cannot fill, once', () => {
  expect(unknownPlaceholders('{nope} {nope} {reference} {store}', 'product')).toEqual(['nope', 'reference'])
})

describe.each(['product', 'cart', 'checkout', 'floating'] as const)('the default for %s', pageType => {
  const template = defaultTemplates[pageType]
  test('uses only words of its page', () => {
    expect(unknownPlaceholders(template, pageType)).toEqual([])
    const names = placeholdersFor(pageType).map(placeholder => placeholder.name)
    expect(names).toEqual(expect.arrayContaining([...placeholdersIn(template)]))
  })
  test('is plain text that survives wa.me', () => {
    expect(template).toMatch(/^[\x20-\x7e\n]+$/)
  })
})
