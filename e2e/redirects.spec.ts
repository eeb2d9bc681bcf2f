import { once } from 'node:events'
import { createServer } from 'node:http'
import { devices } from '@playwright/test'
import { agents } from './agents'
import { addCatalogue, newDigits, unique } from './catalogue'
import { clicksOf } from './clicks'
import { expect, tap, test } from './fixtures'
import { newAddress, readLink, send } from './raw-request'
import type { Shop } from './shop'

async function addOne(shop: Shop) {
  const [category, digits] = [unique('Things'), newDigits()]
  const { products } = await addCatalogue(shop, {
    categories: { [category]: digits },
    products: [{ name: unique('Thing'), categories: [category], price: '12.50' }],
  })
  return { id: products[0]?.id ?? 0, name: products[0]?.name ?? '', digits }
}

async function defaultDigits(shop: Shop): Promise<string> {
  const { rows } = await shop.database.query(
    'SELECT digits FROM settings JOIN numbers ON numbers.id = default_number_id',
  )
  return rows[0].digits
}

test('a product in two ruled categories goes by the first of its own order', async ({ shop }) => {
  const [plants, pots, tools] = [unique('Plants'), unique('Pots'), unique('Tools')]
  const [toPlants, toPots] = [newDigits(), newDigits()]
  const { products, rules } = await addCatalogue(shop, {
    categories: { [plants]: toPlants, [pots]: toPots, [tools]: null },
    products: [
      { name: unique('Cactus in a pot'), categories: [plants, pots] },
      { name: unique('Pot with a cactus'), categories: [pots, plants] },
      { name: unique('Pot and trowel'), categories: [tools, pots] },
    ],
  })
  const expected = [
    { digits: toPlants, rule: plants },
    { digits: toPots, rule: pots },
    { digits: toPots, rule: pots },
  ]
  for (const [index, { digits, rule }] of expected.entries()) {
    const id = products[index]?.id ?? 0
    expect(readLink((await send(shop.url, `/go/product/${id}`)).location).digits).toBe(digits)
    await expect
      .poll(() => clicksOf(shop, id))
      .toMatchObject([{ reason: 'rule', rule_id: rules.get(rule), number: digits, page_type: 'product' }])
  }
})

test('a mixed cart goes by its first item with a rule, in both orders', async ({ shop }) => {
  const [shoes, bags, hats] = [unique('Shoes'), unique('Bags'), unique('Hats')]
  const [toShoes, toBags] = [newDigits(), newDigits()]
  const { products } = await addCatalogue(shop, {
    categories: { [shoes]: toShoes, [bags]: toBags, [hats]: null },
    products: [
      { name: unique('Boot'), categories: [shoes] },
      { name: unique('Satchel'), categories: [bags] },
      { name: unique('Beret'), categories: [hats] },
    ],
  })
  const [boot = 0, satchel = 0, beret = 0] = products.map(product => product.id)
  const cart = async (items: string) => readLink((await send(shop.url, `/go/cart?items=${items}`)).location)

  const bootFirst = await cart(`${boot}:2,${satchel}:1`)
  expect(bootFirst.digits).toBe(toShoes)
  expect(bootFirst.text).toContain(`2 x ${products[0]?.name}`)
  expect(bootFirst.text).toContain(`1 x ${products[1]?.name}`)
  expect((await cart(`${satchel}:1,${boot}:2`)).digits).toBe(toBags)
  expect((await cart(`${beret}:1,${satchel}:1`)).digits).toBe(toBags)
  expect((await cart(`${beret}:4`)).digits).toBe(await defaultDigits(shop))

  await expect
    .poll(() => clicksOf(shop, satchel))
    .toMatchObject([
      { page_type: 'cart', reason: 'rule', number: toBags, item_count: 2 },
      { page_type: 'cart', reason: 'rule', number: toBags, item_count: 2 },
    ])
  await expect.poll(() => clicksOf(shop, beret)).toMatchObject([{ page_type: 'cart', reason: 'no_rule' }])
})

test('what no rule takes goes to the default number, and the click says why', async ({ shop }) => {
  const unruled = unique('Unruled')
  const { products } = await addCatalogue(shop, {
    categories: { [unruled]: null },
    products: [{ name: unique('Loose') }, { name: unique('Unruled thing'), categories: [unruled] }],
  })
  const unknown = 4_000_000 + (products[0]?.id ?? 0)
  const cases = [
    [products[0]?.id ?? 0, 'no_category'],
    [products[1]?.id ?? 0, 'no_rule'],
    [unknown, 'unknown_product'],
  ] as const
  const number = await defaultDigits(shop)
  for (const [id, reason] of cases) {
    expect(readLink((await send(shop.url, `/go/product/${id}`)).location).digits).toBe(number)
    await expect.poll(() => clicksOf(shop, id)).toMatchObject([{ reason, number, rule_id: null }])
  }
})

test('a redirect can’t be kept, indexed, or sent elsewhere', async ({ shop }) => {
  const { id, digits } = await addOne(shop)
  const answer = await send(
    shop.url,
    `/go/product/${id}?phone=15550001111&number=15550001111&url=https://evil.example`,
    {
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', referer: 'https://evil.example/' },
    },
  )
  expect(answer.status).toBe(302)
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
  })
  expect(answer.headers).not.toHaveProperty('set-cookie')
  expect(readLink(answer.location).digits).toBe(digits)
  expect(answer.location).not.toMatch(/evil|15550001111|%25|\+/)
})

test('the message names what was chosen', async ({ shop }) => {
  const { products } = await addCatalogue(shop, {
    categories: {},
    products: [
      {
        name: '50% off & “more”\nمرحبا',
        sku: 'A/B',
        price: '19.9',
        variations: [{ name: 'Shirt, blue', variation: 'Blue', price: '21' }],
      },
    ],
  })
  const { id = 0, variations: [blue = 0] = [] } = products[0] ?? {}
  const plain = readLink((await send(shop.url, `/go/product/${id}?qty=3`)).location).text
  expect(plain).toContain('50% off & “more” مرحبا')
  expect(plain).toContain('Quantity: 3')
  expect(plain).toContain('£19.90')
  const chosen = readLink((await send(shop.url, `/go/product/${id}?variation=${blue}`)).location).text
  expect(chosen).toContain('Shirt, blue')
  expect(chosen).toContain('£21.00')
  const foreign = readLink((await send(shop.url, `/go/product/${id}?variation=1031`)).location).text
  expect(foreign).toContain('50% off')
})

test('phones and desktops are told apart, tapping for real', async ({ browser, shop }) => {
  for (const [device, expected] of [
    ['Pixel 7', 'mobile'],
    ['iPhone 15', 'mobile'],
    ['Desktop Chrome', 'desktop'],
  ] as const) {
    const { id, digits } = await addOne(shop)
    const { defaultBrowserType, ...options } = devices[device] ?? {}
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(`/store/product/${id}`)
    const link = await tap(page, page.getByRole('link', { name: 'Order on WhatsApp' }))
    expect(readLink(link).digits, device).toBe(digits)
    await expect
      .poll(() => clicksOf(shop, id))
      .toMatchObject([{ device_type: expected, visitor_kind: 'human' }])
    await context.close()
  }
})

test('tablets and in-app browsers are people with mobile devices', async ({ shop }) => {
  const { id } = await addOne(shop)
  for (const agent of [agents.tablet, agents.instagram])
    await send(shop.url, `/go/product/${id}`, { headers: { 'user-agent': agent } })
  await expect
    .poll(() => clicksOf(shop, id))
    .toMatchObject([
      { device_type: 'mobile', visitor_kind: 'human' },
      { device_type: 'mobile', visitor_kind: 'human' },
    ])
})

test('the floating button logs product 0 and asks the default number', async ({ page, shop }) => {
  const before = (await clicksOf(shop, 0)).length
  await page.goto('/store')
  const link = readLink(await tap(page, page.getByRole('link', { name: 'Chat on WhatsApp' })))
  expect(link.digits).toBe(await defaultDigits(shop))
  expect(link.text).toContain('question')
  await expect.poll(async () => (await clicksOf(shop, 0)).length).toBe(before + 1)
  expect((await clicksOf(shop, 0))[0]).toMatchObject({
    page_type: 'floating',
    reason: 'floating',
    visitor_kind: 'human',
    item_count: 0,
  })
})

type Visitor = {
  name: string
  method?: string
  agent?: string
  headers?: Record<string, string>
  status: number
  kind: [string, string]
}

const notPeople: Visitor[] = [
  { name: 'a HEAD request', method: 'HEAD', status: 302, kind: ['bot', 'head_request'] },
  { name: 'WhatsApp’s preview', agent: agents.whatsappPreview, status: 302, kind: ['bot', 'isbot'] },
  { name: 'Facebook’s preview', agent: agents.facebookPreview, status: 302, kind: ['bot', 'isbot'] },
  { name: 'a program', agent: 'curl/8.5.0', status: 302, kind: ['bot', 'isbot'] },
  { name: 'nobody', agent: '', status: 302, kind: ['bot', 'empty_agent'] },
  {
    name: 'a prefetch',
    headers: { 'sec-purpose': 'prefetch' },
    status: 503,
    kind: ['prefetch', 'prefetch_header'],
  },
  {
    name: 'a prerender',
    headers: { 'sec-purpose': 'prefetch;prerender' },
    status: 503,
    kind: ['prefetch', 'prefetch_header'],
  },
  {
    name: 'an older prefetch',
    headers: { purpose: 'prefetch' },
    status: 503,
    kind: ['prefetch', 'prefetch_header'],
  },
  {
    name: 'Firefox’s older prefetch',
    headers: { 'x-moz': 'prefetch' },
    status: 503,
    kind: ['prefetch', 'prefetch_header'],
  },
]

test('what nobody tapped is stored and not counted, and the real tap after it is', async ({ shop }) => {
  for (const { name, method, agent, headers, status, kind } of notPeople) {
    const { id, digits } = await addOne(shop)
    const address = newAddress()
    const answer = await send(shop.url, `/go/product/${id}`, {
      method,
      headers: { 'user-agent': agent ?? agents.phone, 'x-forwarded-for': address, ...headers },
    })
    expect(answer.status, name).toBe(status)
    expect(answer.headers['cache-control'], name).toBe('no-store')
    if (status === 302) expect(readLink(answer.location).digits, name).toBe(digits)
    else expect(answer.location, name).toBe('')
    await expect
      .poll(() => clicksOf(shop, id), name)
      .toMatchObject([{ visitor_kind: kind[0], kind_reason: kind[1] }])

    const real = await send(shop.url, `/go/product/${id}`, { headers: { 'x-forwarded-for': address } })
    expect(readLink(real.location).digits, name).toBe(digits)
    await expect
      .poll(() => clicksOf(shop, id), name)
      .toMatchObject([{ visitor_kind: 'human', kind_reason: null }, { visitor_kind: kind[0] }])
  }
})

test('a double tap is stored twice and counted once; another button is not its repeat', async ({ shop }) => {
  const { id } = await addOne(shop)
  const other = await addOne(shop)
  const headers = { 'x-forwarded-for': newAddress() }
  await send(shop.url, `/go/product/${id}`, { headers })
  await send(shop.url, `/go/product/${id}`, { headers })
  await send(shop.url, `/go/product/${other.id}`, { headers })
  await expect
    .poll(() => clicksOf(shop, id))
    .toMatchObject([{ visitor_kind: 'duplicate', kind_reason: 'repeat' }, { visitor_kind: 'human' }])
  await expect.poll(() => clicksOf(shop, other.id)).toMatchObject([{ visitor_kind: 'human' }])
})

test('Chromium’s own speculation is refused and stored as one; the tap after it is counted', async ({
  page,
  shop,
}) => {
  const { id, digits } = await addOne(shop)
  const button = `${shop.url}/go/product/${id}`
  const html = `<!doctype html><title>A shop</title><a href="${button}">Order</a>
    <script type="speculationrules">{"prefetch":[{"urls":["${button}"],"eagerness":"immediate"}]}</script>`
  const storefront = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(html)
  }).listen(0, '127.0.0.1')
  await once(storefront, 'listening')
  const address = storefront.address()
  try {
    await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : ''}/`)
    await expect
      .poll(() => clicksOf(shop, id))
      .toMatchObject([{ visitor_kind: 'prefetch', kind_reason: 'prefetch_header' }])
    expect(readLink(await tap(page, page.getByRole('link', { name: 'Order' }))).digits).toBe(digits)
    await expect
      .poll(() => clicksOf(shop, id))
      .toMatchObject([{ visitor_kind: 'human' }, { visitor_kind: 'prefetch' }])
  } finally {
    storefront.closeAllConnections()
    storefront.close()
  }
})
