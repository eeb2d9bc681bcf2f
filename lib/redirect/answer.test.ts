import { describe, expect, test } from 'vitest'
import { VisitClassifier } from '../clicks/visit'
import type { RoutingTable } from '../routing/table'
import { desk, hats, product, shoes, tableOf } from '../routing/table.fixture'
import { answer } from './answer'

const now = Date.parse('2026-03-01T12:00:00.123Z')
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const table = tableOf([
  product(1, { name: 'Boot 100% léather & more', categoryIds: [10], price: '19.9', sku: 'B-1' }),
  product(2, { name: 'Hat', categoryIds: [20], price: '5', currency: 'EUR' }),
  product(3, { name: 'Sock\n\ud800 مرحبا', categoryIds: [10, 20], price: '2.5' }),
  product(4, { name: 'Scarf', price: '7', currency: 'EUR' }),
  product(11, { parentId: 1, name: 'Boot', variation: 'Blue', categoryIds: [10], price: '21' }),
  product(21, { parentId: 2, name: 'Hat', variation: 'Red', categoryIds: [20], price: '6' }),
])

type Asked = { method?: string; headers?: Record<string, string>; table?: RoutingTable | null }

function ask(url: string, { method = 'GET', headers = {}, table: used = table }: Asked = {}) {
  const all: Record<string, string> = { 'user-agent': browser, ...headers }
  const request = { method, url, header: (name: string) => all[name], address: '203.0.113.5' }
  return answer(request, { table: used, visits: new VisitClassifier(), now })
}

const textOf = (location: string | undefined) => new URL(location ?? '').searchParams.get('text')

test('a redirect: status, exact address, headers, click', () => {
  const { status, headers, body, click } = ask('/go/product/1?qty=2')
  expect(status).toBe(302)
  expect(headers).toEqual({
    Location: `https://wa.me/5511988887777?text=Boot%20100%25%20l%C3%A9ather%20%26%20more%202%20%2419.90`,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
  })
  expect(body).toBe('')
  expect(click).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    occurredAt: now,
    productId: 1,
    pageType: 'product',
    deviceType: 'desktop',
    visitorKind: 'human',
    kindReason: null,
    reason: 'rule',
    ruleId: 100,
    categoryId: 10,
    numberId: shoes.id,
    number: shoes.digits,
    via: null,
    itemCount: 1,
  })
})

test.each([
  ['/go/product/1?variation=11', shoes, 'Boot 1 $21.00\nBlue'],
  ['/go/product/1?variation=21', shoes, 'Boot 100% léather & more 1 $19.90'],
  ['/go/product/1?variation=999', shoes, 'Boot 100% léather & more 1 $19.90'],
  ['/go/product/11', shoes, 'Boot 1 $21.00\nBlue'],
  ['/go/product/2', hats, 'Hat 1 €5.00'],
  ['/go/product/3', shoes, 'Sock \ufffd مرحبا 1 $2.50'],
  ['/go/product/99', desk, 'Product 99 1'],
  ['/go/product/abc', desk, 'Hello Shop'],
  ['/go/product/%E0%A4%A', desk, 'Hello Shop'],
  ['/go/chat', desk, 'Hello Shop'],
  ['/go/chat?phone=15550100000&number=15550100000', desk, 'Hello Shop'],
  ['/go/cart', desk, 'Hello Shop'],
  ['/go/cart?items=1:-1', desk, 'Hello Shop'],
  ['/go/nowhere', desk, 'Hello Shop'],
])('%s goes to its number with its message', (url, number, text) => {
  const location = ask(url).headers.Location
  expect(location?.startsWith(`https://wa.me/${number.digits}?text=`)).toBe(true)
  // What stands around an empty placeholder is the templates' business.
  expect(
    textOf(location)
      ?.replace(/\s*\(\)\s*/, ' ')
      .trim(),
  ).toBe(text)
})

test.each([
  ['1:1,21:2', shoes, 1, 2],
  ['21:2,1:1', hats, 21, 2],
  ['99,4,3,2', shoes, 3, 4],
  ['99,4', desk, 99, 2],
])('cart %s: the first item with a rule decides', (items, number, productId, itemCount) => {
  const { headers, click } = ask(`/go/cart?items=${items}`)
  expect(headers.Location).toContain(`/${number.digits}?`)
  expect(click).toMatchObject({ pageType: 'cart', productId, itemCount, number: number.digits })
})

describe('money', () => {
  test('adds up in the store’s currency', () => {
    expect(textOf(ask('/go/cart?items=1:2,3:1').headers.Location)).toContain('Total $42.30')
  })
  test('adds up in the items’ own currency where they share one', () => {
    expect(textOf(ask('/go/cart?items=2:2,4:1,99:1').headers.Location)).toContain('€10.00')
    expect(textOf(ask('/go/cart?items=2:2,4:1').headers.Location)).toContain('Total €17.00')
  })
  test('leaves out what is in another currency, and the total with it', () => {
    const text = textOf(ask('/go/cart?items=1:1,2:1').headers.Location)
    expect(text).toContain('$19.90')
    expect(text).not.toContain('5.00')
    expect(text).not.toContain('Total')
  })
})

test('ten thousand items: every redirect stays a header a proxy takes', () => {
  const items = Array.from({ length: 12_000 }, (_, i) => `${i + 1}:${i + 1}`).join(',')
  const { status, headers, click } = ask(`/go/cart?items=${items}`)
  expect(status).toBe(302)
  expect(headers.Location?.length).toBeLessThanOrEqual(3_500)
  expect(textOf(headers.Location)).toMatch(/\+\d+ more/)
  expect(click?.itemCount).toBe(10_000)
})

test.each([
  ['Sec-Purpose', 'prefetch'],
  ['Sec-Purpose', 'prefetch;prerender'],
  ['Purpose', 'prefetch'],
  ['X-Moz', 'prefetch'],
  ['X-Purpose', 'preview'],
  ['Next-Router-Prefetch', '1'],
])('%s: %s is refused and kept as a prefetch', (name, value) => {
  const { status, headers, click } = ask('/go/product/1', { headers: { [name.toLowerCase()]: value } })
  expect(status).toBe(503)
  expect(headers).not.toHaveProperty('Location')
  expect(headers['Cache-Control']).toBe('no-store')
  expect(click).toMatchObject({ visitorKind: 'prefetch', kindReason: 'prefetch_header', productId: 1 })
})

test('HEAD redirects and is not counted', () => {
  const { status, headers, click } = ask('/go/product/1', { method: 'HEAD' })
  expect(status).toBe(302)
  expect(headers.Location).toContain(shoes.digits)
  expect(click).toMatchObject({ visitorKind: 'bot', kindReason: 'head_request' })
})

describe('no number', () => {
  const bare = tableOf([...table.products.values()], { defaultNumber: null, storeName: '<b>Shop</b>' })
  test('a friendly page, and the click is kept', () => {
    const { status, headers, body, click } = ask('/go/product/99', { table: bare })
    expect(status).toBe(503)
    expect(headers).toMatchObject({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
    expect(body).not.toMatch(/wa\.me|undefined|<b>/)
    expect(click).toMatchObject({ number: null, numberId: null, reason: 'unknown_product' })
  })
  test('a rule still has its own', () => {
    expect(ask('/go/product/1', { table: bare }).status).toBe(302)
  })
})

test('before the first load: a page that tries again, no click', () => {
  const { status, body, click } = ask('/go/product/1', { table: null })
  expect(status).toBe(503)
  expect(body).toContain('http-equiv="refresh"')
  expect(click).toBeNull()
})

test('a click holds nothing of the shopper', () => {
  const { click } = ask('/go/product/1', { headers: { 'x-forwarded-for': '198.51.100.1', cookie: 'a=b' } })
  const kept = JSON.stringify(click)
  for (const secret of ['203.0.113', '198.51.100', 'Firefox', 'a=b']) expect(kept).not.toContain(secret)
})
