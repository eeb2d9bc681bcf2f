import { addCatalogue, newDigits, unique } from './catalogue'
import { clicksOf } from './clicks'
import { expect, tap, test } from './fixtures'
import { newAddress, readLink, send, sendForm, sendJson } from './raw-request'
import type { Shop } from './shop'

const monstera = { id: 1001, name: 'Monstera deliciosa', answeredBy: '447700900142' }

async function findOrder(shop: Shop, customer: string) {
  const { rows } = await shop.database.query(
    `SELECT o.*, (SELECT json_agg(json_build_object('id', product_id, 'quantity', quantity, 'price', unit_price::float8)
       ORDER BY position) FROM order_items WHERE order_id = o.id) AS items
     FROM orders o WHERE customer_name = $1`,
    [customer],
  )
  return rows
}

test('a shopper fills the cart, checks out, and the order is saved before WhatsApp opens', async ({
  page,
  shop,
}) => {
  const customer = unique('Zoë Ångström')
  const countCheckouts = async () =>
    (await clicksOf(shop, monstera.id)).filter(click => click.page_type === 'checkout').length
  const before = await countCheckouts()
  await page.goto('/store')
  await page.getByRole('link', { name: monstera.name }).click()
  await page.getByRole('link', { name: 'One more' }).click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('heading', { name: 'Cart' })).toBeVisible()
  await page.goto('/store/product/1008')
  await page.getByRole('link', { name: 'Ink' }).click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('heading', { name: 'Cart' })).toBeVisible()
  await page.getByRole('link', { name: 'Check out with my details' }).click()
  await page.getByLabel('Name').fill(customer)
  await page.getByLabel('Phone').fill('+44 7700 900999')
  await page.getByLabel('E-mail').fill('zoe@example.com')
  await page.getByLabel('Address').fill('1 Fern Road\nLeeds')
  await page.getByLabel('Note').fill('100% sure, ring twice & wait')
  const link = readLink(await tap(page, page.getByRole('button', { name: 'Order on WhatsApp' })))

  const [order, ...others] = await findOrder(shop, customer)
  expect(others).toEqual([])
  expect(order).toMatchObject({
    status: 'new',
    customer_phone: '+44 7700 900999',
    customer_email: 'zoe@example.com',
    address: '1 Fern Road\nLeeds',
    note: '100% sure, ring twice & wait',
    incomplete: false,
    price_to_confirm: false,
    total: '88.5000',
    currency: 'GBP',
    number: monstera.answeredBy,
    items: [
      { id: monstera.id, quantity: 2, price: 32 },
      { id: 1033, quantity: 1, price: 24.5 },
    ],
  })
  expect(link.digits).toBe(monstera.answeredBy)
  for (const words of [
    order.reference,
    customer,
    `2 x ${monstera.name}`,
    '£88.50',
    '100% sure, ring twice & wait',
  ])
    expect(link.text).toContain(words)
  await expect.poll(countCheckouts).toBe(before + 1)
})

test('JSON is answered 201 once and 200 with the same body ever after', async ({ shop }) => {
  const customer = unique('Json')
  const order = {
    items: [{ id: monstera.id, qty: 3 }],
    customer: { name: customer, phone: '1', email: 'a@b.c', address: 'x' },
    note: '',
    idempotencyKey: unique('key'),
  }
  const first = await sendJson(shop.url, '/go/checkout', order)
  const second = await sendJson(shop.url, '/go/checkout', order)
  const changed = await sendJson(shop.url, '/go/checkout', { ...order, items: [{ id: 1002, qty: 1 }] })
  expect([first.status, second.status, changed.status]).toEqual([201, 200, 200])
  expect(second.body).toBe(first.body)
  expect(changed.body).toBe(first.body)
  const { reference, url } = JSON.parse(first.body)
  expect(readLink(url).text).toContain(reference)
  expect(await findOrder(shop, customer)).toMatchObject([{ reference, total: '96.0000' }])
  expect(first.headers['access-control-allow-origin']).toBe('*')
})

test('the same key at once from everywhere is one order', async ({ shop }) => {
  const customer = unique('Impatient')
  const fields = { items: '1002:1', name: customer, idempotency_key: unique('key') }
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => sendForm(shop.url, '/go/checkout', fields)),
  )
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([303]))
  expect(new Set(answers.map(answer => answer.location)).size).toBe(1)
  expect(await findOrder(shop, customer)).toHaveLength(1)
})

test('missing fields never stop an order: it is saved, marked incomplete', async ({ shop }) => {
  const customer = unique('Only a name')
  const answer = await sendForm(shop.url, '/go/checkout', { items: '1001', name: customer })
  expect(answer.status).toBe(303)
  expect(readLink(answer.location).digits).toBe(monstera.answeredBy)
  expect(await findOrder(shop, customer)).toMatchObject([
    { incomplete: true, customer_phone: '', address: '' },
  ])
})

test('a price that can’t be known is left out and to be confirmed; the request’s own prices count for nothing', async ({
  shop,
}) => {
  const customer = unique('Pricey')
  const { products } = await addCatalogue(shop, {
    categories: {},
    products: [{ name: unique('Unpriced') }, { name: unique('Priced'), price: '10' }],
  })
  const [unpriced, priced] = products.map(product => product.id)
  const items = [
    { id: unpriced, qty: 1, price: 1 },
    { id: priced, qty: 2, price: 0.01 },
  ]
  const answer = await sendJson(shop.url, '/go/checkout', { items, customer: { name: customer }, total: 1 })
  expect(answer.status).toBe(201)
  expect(readLink(JSON.parse(answer.body).url).text).toContain('£20.00')
  expect(await findOrder(shop, customer)).toMatchObject([
    {
      price_to_confirm: true,
      total: null,
      items: [
        { id: unpriced, price: null },
        { id: priced, price: 10 },
      ],
    },
  ])
})

test('without a valid item there is no order, and the shopper still reaches the shop', async ({ shop }) => {
  const customer = unique('Nothing')
  for (const items of ['', 'abc', '0:1', '1001:-2', '1001:0', 'x:1,y:2']) {
    const answer = await sendForm(shop.url, '/go/checkout', { items, name: customer })
    expect(answer.status, items).toBe(303)
    expect(readLink(answer.location).digits, items).toBe('447700900100')
  }
  const json = await sendJson(shop.url, '/go/checkout', { items: [], customer: { name: customer } })
  expect(json.status).toBe(400)
  expect(JSON.parse(json.body)).toMatchObject({ error: { code: 'no_items' } })
  readLink(JSON.parse(json.body).url)
  expect(await findOrder(shop, customer)).toEqual([])
})

test('a body over 64 kB is answered 413 with a plain WhatsApp link', async ({ shop }) => {
  const form = await sendForm(shop.url, '/go/checkout', { items: '1001:1', note: 'x'.repeat(70_000) })
  expect(form.status).toBe(413)
  const href = /href="([^"]+)"/.exec(form.body)?.[1] ?? ''
  expect(readLink(href.replaceAll('&#38;', '&')).digits).toBe('447700900100')
  const json = await sendJson(shop.url, '/go/checkout', {
    items: [{ id: 1001, qty: 1 }],
    note: 'x'.repeat(70_000),
  })
  expect(json.status).toBe(413)
  expect(JSON.parse(json.body).error.code).toBe('too_large')
  readLink(JSON.parse(json.body).url)
})

test('one address may save only so many orders a minute, and still gets through', async ({ shop }) => {
  const customer = unique('Flood')
  const headers = { 'x-forwarded-for': newAddress() }
  const answers = await Promise.all(
    Array.from({ length: 40 }, () =>
      sendForm(shop.url, '/go/checkout', { items: '1003:1', name: customer }, { headers }),
    ),
  )
  for (const answer of answers) {
    expect(answer.status).toBe(303)
    expect(readLink(answer.location).text).toContain(customer)
  }
  expect(await findOrder(shop, customer)).toHaveLength(30)
})

test('multipart forms are read too', async ({ shop }) => {
  const customer = unique('Multipart')
  const boundary = 'xxBOUNDARYxx'
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const answer = await send(shop.url, '/go/checkout', {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: `${part('items', '1001:1')}${part('name', customer)}--${boundary}--\r\n`,
  })
  expect(answer.status).toBe(303)
  expect(await findOrder(shop, customer)).toHaveLength(1)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the demo store sells all the same', async ({ page, shop }) => {
    const customer = unique('Plain')
    const digits = newDigits()
    const category = unique('Plain things')
    const { products } = await addCatalogue(shop, {
      categories: { [category]: digits },
      products: [
        {
          name: unique('Lamp'),
          categories: [category],
          variations: [
            { name: 'Lamp, red', variation: 'Red', price: '5' },
            { name: 'Lamp, green', variation: 'Green', price: '6' },
          ],
        },
      ],
    })
    const { id, variations } = products[0] ?? { id: 0, variations: [] }
    await page.goto(`/store/product/${id}`)
    await page.getByRole('link', { name: 'Green' }).click()
    await page.getByRole('link', { name: 'One more' }).click()
    await expect(page.getByRole('link', { name: 'Order on WhatsApp' })).toHaveAttribute(
      'href',
      `/go/product/${id}?qty=2&variation=${variations[1]}`,
    )
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByRole('link', { name: 'Check out with my details' }).click()
    await page.getByLabel('Name').fill(customer)
    const link = readLink(await tap(page, page.getByRole('button', { name: 'Order on WhatsApp' })))
    expect(link.digits).toBe(digits)
    expect(await findOrder(shop, customer)).toMatchObject([
      { total: '12.0000', items: [{ id: variations[1], quantity: 2 }] },
    ])
  })
})
