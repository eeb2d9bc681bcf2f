import { describe, expect, test } from 'vitest'
import { formatMoney, multiplyMoney, parseMoney, totalMoney } from './money'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test.each([
  ['19.90', '19.90'],
  [' 19,9 ', '19.9'],
  ['1234567890.1234', '1234567890.1234'],
  ['0', '0'],
  ['1,000', null],
  ['1.000,50', '1000.50'],
  ['1,234,567.8', '1234567.8'],
  ['1.00,50', null],
  ['1,00.50', null],
  ['12345678901', null],
  ['1.23456', null],
  ['-1', null],
  ['1e3', null],
  ['', null],
  ['£5', null],
])('parseMoney(%j) is %j', (text, expected) => {
  expect(parseMoney(text)).toBe(expected)
})

test.each([
  ['0.1', 3, '0.3'],
  ['19.9000', 2, '39.8'],
  ['9999999999.9999', 9_000_000, '89999999999999100'],
  ['0.0001', 1, '0.0001'],
  ['5', 0, '0'],
])('%s x %d is %s, exactly', (amount, quantity, expected) => {
  expect(multiplyMoney(amount, quantity)).toBe(expected)
})

describe('totalMoney', () => {
  test('sums what floats cannot', () => {
    expect(totalMoney([...Array(10)].map(() => ({ price: '0.1', quantity: 3 })))).toBe('3')
  })
  test('is unknown with one unknown price', () => {
    expect(
      totalMoney([
        { price: '1', quantity: 1 },
        { price: null, quantity: 1 },
      ]),
    ).toBeNull()
  })
})

test.each([
  ['19.9000', 'GBP', 'en-GB', '£19.90'],
  ['1234.5', 'BRL', 'pt-BR', 'R$ 1.234,50'],
  ['1500', 'JPY', 'ja-JP', '￥1,500'],
  ['1.2345', 'KWD', 'en-US', 'KWD 1.235'],
  ['99999999999999.99', 'USD', 'en-US', '$99,999,999,999,999.99'],
  ['5', 'USD', 'not a locale', '$5.00'],
  ['5', '??', 'en-US', '5 ??'],
])('%s %s in %s reads %s', (amount, currency, locale, expected) => {
  expect(plain(formatMoney(amount, currency, locale))).toBe(expected)
})

test('an amount that is no number is a bug', () => {
  expect(() => multiplyMoney('free', 1)).toThrow('Not a decimal amount')
})
