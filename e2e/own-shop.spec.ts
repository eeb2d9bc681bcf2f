import type { Browser, Page } from '@playwright/test'
import { expect, test, untilAlive, waitForLife } from './fixtures'
import { newAddress, readLink, send, sendForm, sendJson } from './raw-request'
import { type Shop, startShop } from './shop'

test.describe.configure({ mode: 'serial' })

/** A shop of these tests alone: they empty it. */
let own: Shop
test.beforeAll(async () => {
  test.setTimeout(120_000)
  own = await startShop({ env: { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' } })
})
test.afterAll(async () => own.stop())

/** Signs in with what the server printed, and goes on to the page. */
async function open(browser: Browser, path: string): Promise<Page> {
  const [, email = ''] = /Sign in as:\s+(\S+)/.exec(own.output()) ?? []
  const [, password = ''] = /First password:\s+(\S+)/.exec(own.output()) ?? []
  const context = await browser.newContext({
    baseURL: own.url,
    extraHTTPHeaders: { 'x-forwarded-for': newAddress() },
  })
  const page = waitForLife(await context.newPage())
  await page.goto(path)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeAttached()
  await untilAlive(page)
  return page
}

test('a new merchant signs in with the printed password and starts with a shop of their own', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const printed = own.output()
  expect(printed).toContain(`${own.url}/admin`)
  expect(printed).toContain(`${own.url}/store`)
  await sendForm(own.url, '/go/checkout', { items: '1001:1', name: 'A try' })

  const page = await open(browser, '/admin')
  await expect(page.getByText('This is the demo shop')).toBeVisible()
  await page.getByRole('link', { name: 'Start with my own shop' }).click()
  await page.getByRole('button', { name: 'Start with my own shop' }).click()
  const question = page.getByRole('alertdialog', { name: 'Remove the demo shop?' })
  await expect(question).toContainText('16 products')
  await question.getByRole('button', { name: 'Remove the demo shop' }).click()
  await expect(page.getByText('No default number is set.')).toBeVisible()

  const { rows } = await own.database.query(
    `SELECT (SELECT count(*)::int FROM products) AS products, (SELECT count(*)::int FROM categories) AS categories,
       (SELECT count(*)::int FROM numbers) AS numbers, (SELECT count(*)::int FROM routing_rules) AS rules,
       (SELECT count(*)::int FROM orders) AS orders, (SELECT count(*)::int FROM click_events) AS clicks`,
  )
  expect(rows[0]).toEqual({ products: 0, categories: 0, numbers: 0, rules: 0, orders: 0, clicks: 0 })

  for (const path of ['/admin', '/admin/analytics', '/admin/routing', '/admin/products', '/admin/orders']) {
    await page.goto(path)
    await expect(page.getByText('No default number is set.')).toBeVisible()
  }
  await page.context().close()
})

test('without any number a shopper is told so kindly, and no order is lost', async () => {
  for (const path of ['/go/chat', '/go/product/1001', '/go/cart?items=1:1', '/go/nonsense']) {
    const answer = await send(own.url, path)
    expect(answer.status, path).toBe(503)
    expect(answer.headers['cache-control'], path).toBe('no-store')
    expect(answer.headers['content-type'], path).toContain('text/html')
    expect(answer.body, path).toContain('can’t be reached on WhatsApp right now')
    expect(answer.body, path).not.toMatch(/wa\.me|undefined|null/)
  }
  const form = await sendForm(own.url, '/go/checkout', { items: '77:2', name: 'Early bird' })
  expect(form.status).toBe(503)
  const json = await sendJson(own.url, '/go/checkout', {
    items: [{ id: 78, qty: 1 }],
    customer: { name: 'Early bird' },
  })
  expect(json.status).toBe(503)
  const { rows } = await own.database.query(
    `SELECT reference, number, price_to_confirm FROM orders WHERE customer_name = 'Early bird' ORDER BY placed_at`,
  )
  expect(rows).toHaveLength(2)
  expect(rows).toMatchObject([{ number: null, price_to_confirm: true }, { number: null }])
  expect(form.body).toContain(rows[0].reference)
  expect(JSON.parse(json.body)).toMatchObject({ error: { code: 'no_number' }, reference: rows[1].reference })
  // Each of the six, whoever answered them: the merchant sees what was missed.
  await expect
    .poll(async () => (await own.database.query('SELECT FROM click_events WHERE number IS NULL')).rowCount)
    .toBe(6)
})

test('the first number set makes every link work', async ({ browser }) => {
  const page = await open(browser, '/admin/routing')
  await page.getByRole('button', { name: 'Set default number' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set the default number' })
  await dialog.getByLabel('WhatsApp number').fill('+55 (11) 98888-7777')
  await dialog.getByRole('button', { name: 'Save number' }).click()
  await expect(page.getByText('No default number is set.')).toHaveCount(0)
  for (const path of ['/go/chat', '/go/product/1', '/go/cart?items=1:1'])
    expect(readLink((await send(own.url, path)).location).digits, path).toBe('5511988887777')
  await page.context().close()
})
