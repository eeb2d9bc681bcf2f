import { describe, expect, test } from 'vitest'
import { formatItems } from './items'
import { isCheckout, isRedirectPath, originForm, parseTarget, readTarget } from './target'

const read = (url: string) => {
  const { pageType, valid, items, variationId } = parseTarget(url)
  return [pageType, valid, formatItems(items), variationId]
}

test.each([
  ['/go/product/12', ['product', true, '12:1', null]],
  ['/go/product/12?qty=3&variation=7', ['product', true, '12:3', 7]],
  ['/go/product/12?qty=-3', ['product', true, '12:1', null]],
  ['/go/product/12?qty=+3+', ['product', true, '12:3', null]],
  ['/go/product/12?qty=x&variation=x', ['product', true, '12:1', null]],
  ['/go/product/12/', ['product', true, '12:1', null]],
  ['//go///product//12//?qty=2', ['product', true, '12:2', null]],
  ['/go/product/%31%32', ['product', true, '12:1', null]],
  ['/go/product/12%20', ['product', true, '12:1', null]],
  ['/go/product/12?utm_source=a%b%&fbclid=%ff', ['product', true, '12:1', null]],
  ['/go/product/abc', ['product', false, '', null]],
  ['/go/product/12/x', ['product', false, '', null]],
  ['/go/product/%E0%A4%A', ['product', false, '', null]],
  ['/go/product/%2e%2e%2f12', ['product', false, '', null]],
  ['/go/product/', ['product', false, '', null]],
  ['/go/product/9007199254740992', ['product', false, '', null]],
  ['/go/product/0', ['product', false, '', null]],
  ['/go/product/-1', ['product', false, '', null]],
  ['/go/cart?items=12:2,34:1', ['cart', true, '12:2,34:1', null]],
  ['/go/cart/?items=12%3A2%2C34%3A1', ['cart', true, '12:2,34:1', null]],
  ['/go/cart?items=12:2,+34:1', ['cart', true, '12:2,34:1', null]],
  ['/go/cart?items=%ED%A0%80:1,5', ['cart', true, '5:1', null]],
  ['/go/cart?items=%', ['cart', false, '', null]],
  ['/go/cart?items=', ['cart', false, '', null]],
  ['/go/cart', ['cart', false, '', null]],
  ['/go/cart/12?items=12', ['cart', false, '', null]],
  ['/go/chat', ['floating', true, '', null]],
  ['/go/chat/?x', ['floating', true, '', null]],
  ['/go/chat/1', ['floating', false, '', null]],
  ['/go/checkout', ['checkout', false, '', null]],
  ['/go', ['floating', false, '', null]],
  ['/go/?phone=15550100000', ['floating', false, '', null]],
  ['/go/nowhere', ['floating', false, '', null]],
])('%s', (url, expected) => {
  expect(read(url)).toEqual(expected)
})

describe('canonical form', () => {
  const same = (a: string, b: string) => readTarget(a).asked === readTarget(b).asked
  test('writes the same thing the same way', () => {
    expect(same('/go/product/12?utm=1', '//go/product/012/')).toBe(true)
    expect(same('/go/cart?items=1,2', '/go/cart?items=1:1,2:1')).toBe(true)
  })
  test('tells different things apart', () => {
    expect(same('/go/cart?items=1,2', '/go/cart?items=2,1')).toBe(false)
    expect(same('/go/product/1', '/go/cart?items=1')).toBe(false)
    expect(same('/go/product/1', '/go/product/1?variation=2')).toBe(false)
    expect(same('/go/product/1', '/go/product/1?qty=2')).toBe(false)
  })
})

test.each([
  ['/go/checkout', true],
  ['//go//checkout//?x=1', true],
  ['/go/%63heckout', true],
  ['/go/checkout/x', false],
  ['/go/%E0%A4%A', false],
  ['/go/cart?items=/go/checkout', false],
])('checkout: %s is %s', (url, expected) => {
  expect(isCheckout(url)).toBe(expected)
})

test.each([
  ['/go', true],
  ['/go?x', true],
  ['//go/x', true],
  ['/gone', false],
  ['/store/go', false],
])('redirects: %s is %s', (url, expected) => {
  expect(isRedirectPath(url)).toBe(expected)
})

test.each([
  ['/go/chat', '/go/chat'],
  ['http://shop.example/go/product/1?qty=2', '/go/product/1?qty=2'],
  ['HTTPS://evil.example:8443/go/chat', '/go/chat'],
  ['http://shop.example?x=1', '/?x=1'],
  ['http://shop.example', '/'],
  ['*', '*'],
])('the path of %s', (url, expected) => {
  expect(originForm(url)).toBe(expected)
})
