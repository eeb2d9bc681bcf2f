import { agents } from './agents'
import { countClicks, newestClick } from './clicks'
import { expect, test } from './fixtures'
import { newAddress, type RawAnswer, type RawRequest, send } from './raw-request'
import { type Shop, startShop } from './shop'

/**
 * The redirects have two doors: the production server answers them itself, and under `next start` a route handler does.
 * Both ask the same functions; what Next.js does to a request before a handler runs is what these cases are about.
 */
let doors: { server: Shop; next: Shop }

test.beforeAll(async ({ shop }) => {
  test.setTimeout(180_000)
  await shop.database.query('CREATE DATABASE parity')
  const url = new URL(shop.databaseUrl)
  url.pathname = '/parity'
  const env = { DATABASE_URL: url.href, NEXTAUTH_SECRET: 'the same for both of them' }
  const server = await startShop({ env })
  await fill(server)
  doors = { server, next: await startShop({ env, underNext: true }) }
})

test.afterAll(async () => {
  await doors.next.stop()
  await doors.server.stop()
})

/** 11 has a rule, 12 has one in its second category, 13 has none; 14 is 11's variation. */
async function fill({ database }: Shop): Promise<void> {
  await database.query(`
    INSERT INTO numbers (id, digits) VALUES (1, '447700900100'), (2, '447700900142'), (3, '447700900177');
    INSERT INTO categories (id, name) VALUES (1, 'Plants'), (2, 'Pots'), (3, 'Tools');
    INSERT INTO routing_rules (id, category_id, number_id) VALUES (1, 1, 2), (2, 2, 3);
    INSERT INTO products (id, name, price, sku, parent_id, variation) VALUES
      (11, 'Cactus & “co” 100%', 9.5, 'C-1', NULL, NULL), (12, 'Pot', 12, NULL, NULL, NULL),
      (13, 'Trowel', NULL, NULL, NULL, NULL), (14, 'Cactus, tall', 19.5, NULL, 11, 'Tall');
    INSERT INTO product_categories (product_id, category_id, position) VALUES (11, 1, 0), (12, 3, 0), (12, 2, 1), (13, 3, 0);
    UPDATE settings SET default_number_id = 1, store_name = 'Parity', currency = 'GBP', locale = 'en-GB' WHERE id = 1`)
  await expect
    .poll(async () => (await database.query('SELECT count(*)::int AS n FROM products')).rows[0].n)
    .toBe(4)
}

type Case = RawRequest & { name: string; path: string; status: number; stores?: boolean }

const form = (body: string, type = 'application/x-www-form-urlencoded') => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
})
const json = (value: unknown) => form(JSON.stringify(value), 'application/json')
const order = {
  items: [{ id: 11, qty: 2 }],
  customer: { name: 'Zoë', phone: '1', email: 'a@b.c', address: 'x' },
}
const many = Array.from({ length: 900 }, (_, index) => `${index + 100}:1`).join(',')

const cases: Case[] = [
  { name: 'a product', path: '/go/product/11', status: 302 },
  { name: 'its quantity and variation', path: '/go/product/11?qty=3&variation=14', status: 302 },
  { name: 'a variation as a product', path: '/go/product/14', status: 302 },
  { name: 'another product’s variation', path: '/go/product/12?variation=14', status: 302 },
  { name: 'a second category with a rule', path: '/go/product/12', status: 302 },
  { name: 'no rule', path: '/go/product/13', status: 302 },
  { name: 'an unknown product', path: '/go/product/999', status: 302 },
  { name: 'a cart', path: '/go/cart?items=13:1,12:2,11:1', status: 302 },
  { name: 'a cart the other way round', path: '/go/cart?items=11:1,12:2,13:1', status: 302 },
  { name: 'a cart of 900', path: `/go/cart?items=${many}`, status: 302 },
  { name: 'an empty cart', path: '/go/cart?items=', status: 302 },
  { name: 'a cart of nonsense', path: '/go/cart?items=%00,a:b,-1:2', status: 302 },
  { name: 'an encoded cart', path: '/go/cart?items=11%3A2%2C12%3A1', status: 302 },
  { name: 'a cart with plus signs', path: '/go/cart?items=11:2,+12:1', status: 302 },
  { name: 'the floating button', path: '/go/chat', status: 302 },
  { name: 'the floating button with a query', path: '/go/chat?utm_source=x&phone=1555', status: 302 },
  { name: 'a phone', path: '/go/chat', headers: { 'user-agent': agents.phone }, status: 302 },
  { name: 'a tablet', path: '/go/chat', headers: { 'user-agent': agents.tablet }, status: 302 },
  { name: 'a desktop', path: '/go/chat', headers: { 'user-agent': agents.desktop }, status: 302 },
  {
    name: 'a mobile hint',
    path: '/go/chat',
    headers: { 'user-agent': agents.desktop, 'sec-ch-ua-mobile': '?1' },
    status: 302,
  },
  { name: 'HEAD', path: '/go/product/11', method: 'HEAD', status: 302 },
  {
    name: 'WhatsApp’s preview',
    path: '/go/product/11',
    headers: { 'user-agent': agents.whatsappPreview },
    status: 302,
  },
  { name: 'no user agent', path: '/go/product/11', headers: { 'user-agent': '' }, status: 302 },
  { name: 'a prefetch', path: '/go/product/11', headers: { 'sec-purpose': 'prefetch' }, status: 503 },
  {
    name: 'a prerender',
    path: '/go/product/11',
    headers: { 'sec-purpose': 'prefetch;prerender' },
    status: 503,
  },
  { name: 'an old prefetch', path: '/go/product/11', headers: { purpose: 'prefetch' }, status: 503 },
  { name: 'Firefox’s old prefetch', path: '/go/product/11', headers: { 'x-moz': 'prefetch' }, status: 503 },
  { name: 'Safari’s preview', path: '/go/product/11', headers: { 'x-purpose': 'preview' }, status: 503 },
  {
    name: 'Next’s router prefetch',
    path: '/go/product/11',
    headers: { 'next-router-prefetch': '1', rsc: '1' },
    status: 503,
  },
  { name: 'Next’s router', path: '/go/product/11', headers: { rsc: '1' }, status: 302 },
  {
    name: 'a claim to be an action',
    path: '/go/chat',
    method: 'POST',
    headers: { 'next-action': 'x' },
    status: 302,
  },
  { name: 'a trailing slash', path: '/go/product/11/', status: 302 },
  { name: 'double slashes', path: '//go//product//11', status: 302 },
  { name: 'a backslash below /go', path: '/go/product\\11', status: 302 },
  { name: 'a bad escape', path: '/go/product/%zz', status: 302 },
  { name: 'half an escape', path: '/go/product/11%', status: 302 },
  { name: 'bytes that are no UTF-8', path: '/go/product/%ff%fe', status: 302 },
  { name: 'an encoded slash', path: '/go/product%2F11', status: 302 },
  { name: 'an encoded digit', path: '/go/product/1%31', status: 302 },
  { name: 'dots', path: '/go/./product/11', status: 302 },
  { name: 'a way up', path: '/go/../admin', status: 302 },
  { name: 'encoded dots', path: '/go/%2e%2e/admin', status: 302 },
  { name: 'the root', path: '/go', status: 302 },
  { name: 'the root with a slash', path: '/go/', status: 302 },
  { name: 'an unknown path', path: '/go/nonsense/at/all', status: 302 },
  { name: 'a file’s name', path: '/go/product/11.json', status: 302 },
  { name: 'the checkout, opened', path: '/go/checkout', status: 302 },
  { name: 'a bad escape in the query', path: '/go/product/11?qty=%zz', status: 302 },
  { name: 'a posted product', path: '/go/product/11', method: 'POST', status: 302 },
  { name: 'PUT', path: '/go/product/11', method: 'PUT', status: 405, stores: false },
  { name: 'DELETE', path: '/go/checkout', method: 'DELETE', status: 405, stores: false },
  { name: 'OPTIONS', path: '/go/checkout', method: 'OPTIONS', status: 204, stores: false },
  {
    name: 'a form',
    path: '/go/checkout',
    ...form('items=11:2,13:1&name=Zo%C3%AB&note=100%25&idempotency_key=form-KEY'),
    status: 303,
  },
  {
    name: 'a form without a customer',
    path: '/go/checkout',
    ...form('items=12&idempotency_key=bare-KEY'),
    status: 303,
  },
  { name: 'a form without items', path: '/go/checkout', ...form('items=&name=x'), status: 303 },
  {
    name: 'a form with a bad escape',
    path: '/go/checkout',
    ...form('items=11:1&name=%zz&idempotency_key=esc-KEY'),
    status: 303,
  },
  {
    name: 'a form at a trailing slash',
    path: '/go/checkout/',
    ...form('items=11&idempotency_key=slash-KEY'),
    status: 303,
  },
  { name: 'JSON', path: '/go/checkout', ...json({ ...order, idempotencyKey: 'json-KEY' }), status: 201 },
  {
    name: 'the same JSON again',
    path: '/go/checkout',
    ...json({ ...order, idempotencyKey: 'json-KEY' }),
    status: 200,
  },
  { name: 'JSON without items', path: '/go/checkout', ...json({ items: [] }), status: 400, stores: false },
  { name: 'broken JSON', path: '/go/checkout', ...form('{', 'application/json'), status: 400, stores: false },
  {
    name: 'an oversize form',
    path: '/go/checkout',
    ...form(`items=11&note=${'x'.repeat(70_000)}`),
    status: 413,
    stores: false,
  },
  {
    name: 'oversize JSON',
    path: '/go/checkout',
    ...json({ ...order, note: 'x'.repeat(70_000) }),
    status: 413,
    stores: false,
  },
]

for (const each of cases) {
  test(`both doors answer ${each.name} alike`, async () => {
    const [bare, routed] = [await ask(doors.server, each, 'bare'), await ask(doors.next, each, 'next')]
    expect(bare.answer.status).toBe(each.status)
    expect(routed).toEqual(bare)
    if (each.stores === false) expect(bare.click).toBeNull()
    else expect(bare.click).not.toBeNull()
  })
}

/** What a door answers and stores. Orders get a key of each door's own; what derives from it is taken out again. */
async function ask(door: Shop, { path, body, stores = true, ...options }: Case, mark: string) {
  const before = await countClicks(doors.server)
  const answer = await send(door.url, path, {
    ...options,
    body: typeof body === 'string' ? body.replace('KEY', mark) : undefined,
    headers: { 'x-forwarded-for': newAddress(), ...options.headers },
  })
  if (stores) await expect.poll(() => countClicks(doors.server)).toBe(before + 1)
  const { rows } = await doors.server.database.query(
    'SELECT reference FROM orders WHERE idempotency_key LIKE $1 ORDER BY placed_at DESC',
    [`%-${mark}%`],
  )
  const withoutReference = (text: string) =>
    rows.reduce((result, { reference }) => result.replaceAll(reference, 'REFERENCE'), text)
  return {
    answer: {
      ...comparable(answer),
      location: withoutReference(answer.location),
      body: withoutReference(answer.body),
    },
    click: stores ? await newestClick(doors.server) : null,
  }
}

function comparable({ status, headers }: RawAnswer) {
  return {
    status,
    cacheControl: headers['cache-control'],
    robots: headers['x-robots-tag'],
    referrerPolicy: headers['referrer-policy'],
    type: headers['content-type'],
    allow: headers.allow,
    origin: headers['access-control-allow-origin'],
    methods: headers['access-control-allow-methods'],
    cookie: headers['set-cookie'],
    policy: headers['content-security-policy'],
  }
}
