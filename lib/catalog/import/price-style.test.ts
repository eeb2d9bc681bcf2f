import { expect, test } from 'vitest'
import { canonicalPrice, decidePriceStyle, parsePrice } from './price-style'

test.each([
  [['19.90', '5'], 'USD', { mark: '.', by: 'certain' }],
  [['12,5'], 'BRL', { mark: ',', by: 'certain' }],
  [['1.234,56', '1.234'], 'BRL', { mark: ',', by: 'certain', example: '1.234' }],
  [['1,234.56', '1,234'], 'USD', { mark: '.', by: 'certain', example: '1,234' }],
  [['1 234,50', '10'], 'EUR', { mark: ',', by: 'certain' }],
  [['1.234.567'], 'IDR', { mark: ',', by: 'certain' }],
  [['0.500', '1.250'], 'USD', { mark: '.', by: 'certain', example: '1.250' }],
  [['1.234', '2.500'], 'BRL', { mark: ',', by: 'assumed', example: '1.234' }],
  [['1.234', '2.500'], 'KWD', { mark: '.', by: 'assumed', example: '1.234' }],
  [['12', '450'], 'USD', { mark: '.', by: 'plain' }],
  [[], 'USD', { mark: '.', by: 'plain' }],
  [['12,50', '12.50', '9,90'], 'EUR', { mark: ',', by: 'mixed', example: '12.50' }],
] as const)('%j in %s', (prices, currency, expected) => {
  expect(decidePriceStyle([...prices], currency)).toMatchObject(expected)
})

test('the merchant’s choice is above what the file says', () => {
  expect(decidePriceStyle(['1.234'], 'BRL', '.')).toMatchObject({ mark: '.', by: 'chosen', example: '1.234' })
})

test.each([
  ['19.90', '.', '19.9'],
  ['1,234.56', '.', '1234.56'],
  ['1.234,56', ',', '1234.56'],
  ['1.234', ',', '1234'],
  ['1 234,50', ',', '1234.5'],
  ['1\u202f234,50\u00a0€', ',', '1234.5'],
  ["1'234.50", '.', '1234.5'],
  ['R$ 1.299,90', ',', '1299.9'],
  ['Rs.150', '.', '150'],
  ['CHF 12.-', '.', '12'],
  ['1,23,456.78', '.', '123456.78'],
  ['.5', '.', '0.5'],
  ['007', '.', '7'],
  ['0', '.', '0'],
  ['9999999999.9999', '.', '9999999999.9999'],
  ['1.23456', '.', '1.2346'],
  ['12.5', ',', null],
  ['12,5', '.', null],
  ['12345678901', '.', null],
  ['10-20', '.', null],
  ['-5', '.', null],
  ['call us', '.', null],
  ['', '.', null],
] as const)('%j with a decimal %j is %j', (text, mark, expected) => {
  expect(parsePrice(text, mark)).toBe(expected)
})

test.each([
  ['19.9000', '19.9'],
  ['20.0000', '20'],
  ['0.00005', '0.0001'],
  ['9.99999', '10'],
])('%s is %s', (price, expected) => {
  expect(canonicalPrice(price)).toBe(expected)
})
