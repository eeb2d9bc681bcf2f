import { addCatalogue, newDigits, settle, unique } from './catalogue'
import { expect, test } from './fixtures'
import { readLink, send, sendForm, sendJson } from './raw-request'

const counter = '447700900100'
const plants = '447700900142'

const manyUnknown = Array.from({ length: 10_000 }, (_, index) => `${2_000_000 + index}:1`).join(',')

/** Path to where it has to go; nothing may be an error, and no link may be longer than proxies pass on. */
const cases: [name: string, path: string, digits: string][] = [
  ['a word for an id', '/go/product/abc', counter],
  ['no id', '/go/product/', counter],
  ['no id and no slash', '/go/product', counter],
  ['a negative id', '/go/product/-5', counter],
  ['zero', '/go/product/0', counter],
  ['an id with a fraction', '/go/product/1001.5', counter],
  ['an id in scientific notation', '/go/product/1e3', counter],
  ['an id beyond what a number holds', '/go/product/99999999999999999999', counter],
  ['an SQL injection', "/go/product/1001'%20OR%201=1--", counter],
  ['a path traversal', '/go/../admin', counter],
  ['an encoded path traversal', '/go/%2e%2e%2fadmin', counter],
  ['a NUL', '/go/product/1001%00', counter],
  ['a bad escape', '/go/product/%E0%A4%A', counter],
  ['a lone percent sign', '/go/product/%', counter],
  ['a bad escape in the query', '/go/product/1001?qty=%E0%A4%A', plants],
  ['a trailing slash', '/go/product/1001/', plants],
  ['many slashes', '//go///product//1001//', plants],
  ['something below the product', '/go/product/1001/more', counter],
  ['the root', '/go', counter],
  ['an unknown page', '/go/elsewhere', counter],
  ['upper case', '/go/PRODUCT/1001', counter],
  ['a negative quantity', '/go/product/1001?qty=-3', plants],
  ['an absurd quantity', '/go/product/1001?qty=99999999999', plants],
  ['a quantity that is no number', '/go/product/1001?qty=lots', plants],
  ['a variation of nothing', '/go/product/1001?variation=1031', plants],
  ['a variation that is no number', '/go/product/1008?variation=%F0%9F%98%80', '447700900177'],
  ['no items', '/go/cart', counter],
  ['empty items', '/go/cart?items=', counter],
  ['items that are commas', '/go/cart?items=,,,,', counter],
  ['only unreadable items', '/go/cart?items=a:1,b:2', counter],
  ['a negative quantity in a cart', '/go/cart?items=1001:-1', counter],
  ['one good item among bad ones', '/go/cart?items=x:1,1001:1,-4:2,1008:0', plants],
  ['the same item again and again', `/go/cart?items=${Array(50).fill('1001:1').join(',')}`, plants],
  ['10,000 items', `/go/cart?items=${manyUnknown}`, counter],
  [
    '10,000 items, the last with a rule',
    `/go/cart?items=${manyUnknown.slice(0, manyUnknown.lastIndexOf(','))},1001:1`,
    plants,
  ],
  ['items named twice', '/go/cart?items=1001:1&items=1008:1', plants],
  ['a lone surrogate', '/go/cart?items=%ED%A0%80:1,1001:1', plants],
  ['the checkout, opened', '/go/checkout', counter],
]

for (const [name, path, digits] of cases) {
  test(`${name} still leads to the shop`, async ({ shop }) => {
    const answer = await send(shop.url, path)
    expect(answer.status).toBe(302)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.location.length).toBeLessThanOrEqual(3_500)
    expect(readLink(answer.location).digits).toBe(digits)
  })
}

test('a product named twice is one line; 60 items stay whole', async ({ shop }) => {
  const twice = readLink((await send(shop.url, '/go/cart?items=1001:1,1002:1,1001:2')).location).text
  expect(twice.match(/Monstera/g)).toHaveLength(1)
  expect(twice).toContain('3 x Monstera')
  const { products } = await addCatalogue(shop, {
    categories: {},
    products: Array.from({ length: 60 }, () => ({
      name: unique('A product with a rather long name, so that it has to fold'),
      price: '10',
    })),
  })
  const answer = await send(
    shop.url,
    `/go/cart?items=${products.map(({ id }, index) => `${id}:${index + 1}`).join(',')}`,
  )
  const { text } = readLink(answer.location)
  expect(answer.location.length).toBeLessThanOrEqual(3_500)
  for (const [index, { id, name }] of products.entries()) {
    const shown =
      text.includes(`${id} x ${index + 1}`) ||
      text.includes(`${id}x${index + 1}`) ||
      text.includes(`${index + 1} x ${name.slice(0, 8)}`)
    expect(shown, `${id} x ${index + 1}`).toBe(true)
  }
})

test('names with line breaks, percent signs and right-to-left text arrive as they are', async ({ shop }) => {
  const names = [
    '100% cotton\r\nshirt',
    'قميص أزرق',
    'חולצה “כחולה”',
    'a & b # c + d ? e = f',
    '{price} $& {items}',
    '👕 tee',
  ]
  const { products } = await addCatalogue(shop, { categories: {}, products: names.map(name => ({ name })) })
  for (const { id, name } of products) {
    const { text } = readLink((await send(shop.url, `/go/product/${id}`)).location)
    expect(text).toContain(name.replace(/\s+/g, ' '))
  }
})

test('an archived rule, a paused one and an archived product leave it to the default number', async ({
  shop,
}) => {
  for (const [statement, restore] of [
    [
      'UPDATE routing_rules SET archived_at = now() WHERE id = $1',
      'UPDATE routing_rules SET archived_at = NULL WHERE id = $1',
    ],
    [
      'UPDATE routing_rules SET paused_at = now() WHERE id = $1',
      'UPDATE routing_rules SET paused_at = NULL WHERE id = $1',
    ],
  ] as const) {
    const [category, digits] = [unique('Archived'), newDigits()]
    const { products, rules } = await addCatalogue(shop, {
      categories: { [category]: digits },
      products: [{ name: unique('Thing'), categories: [category] }],
    })
    const whereItGoes = async () =>
      readLink((await send(shop.url, `/go/product/${products[0]?.id}`)).location).digits
    expect(await whereItGoes()).toBe(digits)
    await shop.database.query(statement, [rules.get(category)])
    await settle(shop)
    expect(await whereItGoes()).toBe(counter)
    await shop.database.query(restore, [rules.get(category)])
    await settle(shop)
    expect(await whereItGoes()).toBe(digits)
    await shop.database.query('UPDATE products SET archived_at = now() WHERE id = $1', [products[0]?.id])
    await settle(shop)
    expect(await whereItGoes()).toBe(counter)
  }
})

test('clients that ask for HTTP/2 or expect something unheard of get their redirect', async ({ shop }) => {
  // Next.js listens for upgrades from its first page on.
  await send(shop.url, '/login')
  const upgrade: Record<string, string> = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' }
  const expectation: Record<string, string> = { expect: 'wonders' }
  for (const headers of [upgrade, expectation])
    expect((await send(shop.url, '/go/chat', { headers })).status).toBe(302)
})

const oddForms: [name: string, fields: Record<string, string>][] = [
  [
    'right-to-left text and line breaks',
    { name: 'محمد\r\nعلي', address: 'שדרות\nרוטשילד', note: '100%\n\n\n%0A%00' },
  ],
  ['NUL and other control characters', { name: 'a\u0000b\u0007c\u001b[31m', note: '\u0000' }],
  ['markup', { name: '<img src=x onerror=alert(1)>', note: '"; DROP TABLE orders; --' }],
  [
    'far too much of everything',
    { name: 'n'.repeat(5_000), address: 'a'.repeat(9_000), note: '字'.repeat(3_000) },
  ],
  ['a key longer than its column', { idempotency_key: `${'k'.repeat(900)}` }],
  ['a note of astral characters', { note: '😀'.repeat(1_500) }],
]

for (const [name, fields] of oddForms) {
  test(`a checkout with ${name} is saved and sent on`, async ({ shop }) => {
    const phone = unique('phone')
    const answer = await sendForm(shop.url, '/go/checkout', { items: '1001:1', phone, ...fields })
    expect(answer.status).toBe(303)
    expect(answer.location.length).toBeLessThanOrEqual(3_600)
    expect(readLink(answer.location).digits).toBe(plants)
    const { rowCount } = await shop.database.query('SELECT FROM orders WHERE customer_phone = $1', [phone])
    expect(rowCount).toBe(1)
  })
}

test('a lone surrogate in JSON is saved as well-formed text', async ({ shop }) => {
  const phone = unique('phone')
  const body = `{"items":[{"id":1001,"qty":1}],"customer":{"name":"\\ud800x\\udfff","phone":"${phone}"},"note":"\\udc00"}`
  const answer = await sendJson(shop.url, '/go/checkout', body)
  expect(answer.status).toBe(201)
  expect(readLink(JSON.parse(answer.body).url).text).toContain(phone)
  const { rows } = await shop.database.query('SELECT customer_name FROM orders WHERE customer_phone = $1', [
    phone,
  ])
  expect(rows).toEqual([{ customer_name: '\ufffdx\ufffd' }])
})

const oddJson: [name: string, body: string, status: number][] = [
  ['no JSON', 'not json', 400],
  ['an array', '[]', 400],
  ['null', 'null', 400],
  ['nothing', '', 400],
  ['items that are no list', '{"items":5}', 400],
  ['items of the wrong shape', '{"items":[null,5,"x",{"id":{}},{"id":"abc"}]}', 400],
  ['a negative quantity', '{"items":[{"id":1001,"qty":-1}]}', 400],
  ['a customer who is a list', '{"items":[{"id":1001,"qty":1}],"customer":[1,2]}', 201],
  [
    'fields of the wrong type',
    '{"items":[{"id":"1001","qty":"2"}],"customer":{"name":{"a":1},"phone":5},"note":[]}',
    201,
  ],
  ['a prototype’s name', '{"items":[{"id":1001,"qty":1}],"customer":{"__proto__":{"name":"x"}}}', 201],
]

for (const [name, body, status] of oddJson) {
  test(`JSON that is ${name} is answered ${status}, with a link`, async ({ shop }) => {
    const answer = await sendJson(shop.url, '/go/checkout', body)
    expect(answer.status).toBe(status)
    readLink(JSON.parse(answer.body).url)
  })
}

test('other methods are answered plainly', async ({ shop }) => {
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    expect((await send(shop.url, '/go/product/1001', { method })).status, method).toBe(405)
  const options = await send(shop.url, '/go/checkout', { method: 'OPTIONS' })
  expect(options.status).toBe(204)
  expect(options.headers['access-control-allow-origin']).toBe('*')
})

test('admin pages answer odd addresses with a page, never an error', async ({ admin }) => {
  for (const path of [
    '/admin/products/abc',
    '/admin/orders/not-a-uuid',
    '/admin/routing/99999999999',
    '/admin/routing/numbers/99999999999',
  ]) {
    await admin.goto(path)
    await expect(admin.getByText('Nothing is here'), path).toBeVisible()
  }
  for (const path of [
    '/admin/analytics?range=nonsense&page=x&device=&number=abc&product=-1&from=2020-99-99&to=&q=%00%ED%A0%80%25_',
    '/admin/analytics?after=garbage&before=garbage',
    '/admin/analytics?q=a&q=b&page=cart&page=product',
    '/admin/orders?status=nonsense&q=%00&after=x&before=%F0',
    '/admin/products?q=%00%25&category=abc&page=-1&after=zzz',
    '/admin/routing?q=%00%ED%A0%80&number=abc&state=nonsense&q=b',
    '/admin/routing/new?category=abc&number=-1',
    '/admin/routing/tester?q=%00%ED%A0%80&device=fridge&when=date&at=9999-99-99&zone=Mars&q=b',
    '/admin/routing/tester?q=https%3A%2F%2F%25%5B%5D&when=weekday&day=9&time=99%3A99',
    '/admin/routing/tester?q=/go/product/%25zz?qty=-1',
    '/admin/routing/tree?q=%00%25&why=nonsense',
    '/admin/routing/history?q=%00%25&what=nonsense&id=-1&who=%00&from=2020-99-99&until=0000-01-01&after=zzz&before=-1',
    '/store?category=abc&page=-1',
    '/store/product/1001?quantity=-5&variation=x',
  ]) {
    const answer = await admin.request.get(path)
    expect(answer.status(), path).toBe(200)
    // A page that fails half-way is a 200 by then; what its error is known by stands in it.
    expect(await answer.text(), path).not.toContain('"digest"')
  }
})
