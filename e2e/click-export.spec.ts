import { readFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { Page } from '@playwright/test'
import { addCatalogue, unique } from './catalogue'
import { addOne, click } from './click-table'
import { expect, test } from './fixtures'
import type { Shop } from './shop'

async function exportAs(page: Page, format: 'CSV' | 'JSON Lines'): Promise<{ name: string; text: string }> {
  const box = page.locator('details', { hasText: 'The clicks of this view' })
  if ((await box.getAttribute('open')) === null) await box.locator('summary').click()
  const coming = page.waitForEvent('download')
  await box.getByRole('link', { name: format }).click()
  const download = await coming
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

test('an export holds exactly the filtered view, as CSV and as JSON Lines', async ({ admin, shop }) => {
  const { id, name, label } = await addOne(shop, 'Exported, "quoted"')
  for (let round = 0; round < 3; round++) await click(shop, id)
  await click(shop, (await addOne(shop, 'Not exported')).id)

  await admin.goto(`/admin/analytics?product=${id}`)
  const csv = await exportAs(admin, 'CSV')
  expect(csv.name).toMatch(/^clicks-\d{4}-\d\d-\d\d\.csv$/)
  const [header, ...lines] = csv.text.trimEnd().split('\n')
  expect(header).toMatch(/^time,product_id,product,/)
  expect(lines).toHaveLength(3)
  for (const line of lines) {
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d,/)
    expect(line).toContain(`,${id},"${name.replaceAll('"', '""')}",`)
    expect(line).toContain(label)
  }
  await expect(admin.getByRole('status').filter({ hasText: 'Saved 3 clicks.' })).toBeVisible()

  const json = await exportAs(admin, 'JSON Lines')
  const rows = json.text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(rows).toHaveLength(3)
  expect(rows[0]).toMatchObject({
    product_id: id,
    product: name,
    page: 'product',
    visitor: 'human',
    reason: 'rule',
  })
  const times = rows.map(row => Date.parse(row.time))
  expect(times).toEqual([...times].sort((a, b) => b - a))
})

test('no cell of an export is a formula', async ({ admin, shop }) => {
  const names = ['=1+1', '+1', '-1', '@SUM(A1)'].map(unique)
  const { products } = await addCatalogue(shop, {
    categories: {},
    products: names.map(name => ({ name, sku: `=${name}` })),
  })
  for (const { id } of products) await click(shop, id)
  for (const { id, name } of products) {
    await admin.goto(`/admin/analytics?product=${id}`)
    const { text } = await exportAs(admin, 'CSV')
    expect(text).toContain(`,'${name},,'=${name},`)
  }
})

test('half an export can’t pass for a whole one', async ({ admin, shop, session }) => {
  test.slow()
  const { id } = await addOne(shop, 'Broken off')
  await addMany(shop, id, 100_000)
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`${shop.url}/api/admin/clicks/export?product=${id}&range=all`, { headers: { cookie } }, resolve).on(
      'error',
      reject,
    ),
  )
  expect(answer.statusCode).toBe(200)
  await new Promise(resolve => answer.once('readable', resolve))
  // Nobody reads on, so the rows wait in the database; now it goes away.
  const { rows } = await shop.database.query(
    "SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE application_name = 'chatcart-export'",
  )
  expect(rows).toEqual([{ ended: true }])
  const end = new Promise(resolve =>
    answer.once('error', () => resolve('broken')).once('end', () => resolve('whole')),
  )
  answer.resume()
  expect(await end).toBe('broken')

  // The dashboard says so, and saves nothing.
  await admin.route('**/api/admin/clicks/export**', route => route.abort())
  await admin.goto(`/admin/analytics?product=${id}`)
  await admin.getByText('Export', { exact: true }).click()
  await admin.getByRole('link', { name: 'CSV' }).click()
  await expect(admin.getByRole('alert').filter({ hasText: 'nothing was saved' })).toBeVisible()
})

test('an export speaks of the view it was started with, and goes on when that is left', async ({
  admin,
  shop,
}) => {
  const { id } = await addOne(shop, 'Exported slowly')
  for (let round = 0; round < 3; round++) await click(shop, id)
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await admin.route('**/api/admin/clicks/export**', async route => {
    await held
    await route.continue()
  })
  const popup = admin.getByRole('main').locator('details', { hasText: 'CSV' })
  const tabs = admin.getByRole('navigation', { name: 'Analytics' })
  const running = admin.getByRole('main').locator('details', { hasText: 'Exporting…' })

  await admin.goto(`/admin/analytics?product=${id}`)
  await popup.locator('summary').click()
  await expect(popup).toContainText('3 clicks, newest first')
  await admin.getByRole('link', { name: 'CSV' }).press('Enter')
  await expect(running.getByText('0 of 3 clicks')).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await admin.keyboard.press('Escape')
  await expect(running.locator('summary')).toBeFocused()

  await admin.getByLabel('Period').selectOption('Yesterday')
  await expect(admin.getByText('No clicks', { exact: true })).toBeVisible()
  await running.locator('summary').click()
  await expect(running.getByText('An earlier view is being exported')).toBeVisible()
  await expect(running.getByText('0 of 3 clicks')).toBeVisible()

  await tabs.getByRole('link', { name: 'Products' }).click()
  await expect(running).toBeHidden()
  const coming = admin.waitForEvent('download')
  release()
  expect(
    readFileSync(await (await coming).path(), 'utf8')
      .trimEnd()
      .split('\n'),
  ).toHaveLength(4)
  await expect(admin.getByText('Saved 3 clicks.')).toBeVisible()

  await tabs.getByRole('link', { name: 'Overview' }).click()
  await popup.locator('summary').click()
  await expect(popup).toContainText('0 clicks')
  await expect(popup).not.toContainText('Saved')
})

test('an export that is cancelled saves nothing, and the keyboard goes on from there', async ({
  admin,
  shop,
}) => {
  const { id } = await addOne(shop, 'Cancelled')
  await admin.route('**/api/admin/clicks/export**', () => {})
  await admin.goto(`/admin/analytics?product=${id}`)
  await admin.getByText('Export', { exact: true }).click()
  await admin.getByRole('link', { name: 'JSON Lines' }).press('Enter')
  await admin.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(admin.getByRole('status').filter({ hasText: 'Stopped. Nothing was saved.' })).toBeVisible()
  await expect(admin.getByRole('link', { name: 'CSV' })).toBeFocused()
  await admin.keyboard.press('Escape')
  await expect(admin.getByRole('link', { name: 'CSV' })).toBeHidden()
})

test('a signed-out visitor gets no export', async ({ request }) => {
  const answer = await request.get('/api/admin/clicks/export?format=csv')
  expect(answer.status()).toBe(401)
  expect((await answer.json()).error.code).toBe('signed_out')
})

test('clicks older than they are kept become totals, and the figures stay', async ({ admin, shop }) => {
  const { id, name } = await addOne(shop, 'Kept as totals')
  await addMany(shop, id, 7, '500 days')
  await click(shop, id)
  const view = `/admin/analytics?product=${id}&range=all`
  await admin.goto(view)
  await expect(admin.getByText('8 clicks, newest first', { exact: true })).toBeVisible()

  await admin.goto('/admin/settings/clicks')
  await admin.getByLabel('Keep each click').selectOption('Another number of days')
  await admin.getByLabel('Days', { exact: true }).fill('0')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('Enter whole days, from 1 to 36,500.')).toBeVisible()
  await admin.getByLabel('Days', { exact: true }).fill('400')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByRole('alertdialog')).toContainText('7 clicks are older than 400 days')
  await admin.getByRole('button', { name: 'Fold them into totals' }).click()
  await expect(admin.getByText('7 clicks folded')).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Run now' })).toBeVisible()

  await admin.goto(view)
  await expect(admin.getByText('1 click, newest first · 7 older ones are kept as totals only')).toBeVisible()
  await admin.getByText('Export', { exact: true }).click()
  await expect(
    admin.getByText('7 older ones are kept as totals only, so they are not in the file.'),
  ).toBeVisible()
  const longAgo = new Date(Date.now() - 450 * 24 * 60 * 60_000).toISOString().slice(0, 10)
  await admin.goto(`/admin/analytics?product=${id}&range=custom&from=2020-01-01&to=${longAgo}`)
  await expect(admin.getByText('7 clicks, kept as totals only')).toBeVisible()
  await expect(admin.getByText('No clicks match')).toHaveCount(0)
  await expect(admin.getByRole('link', { name: 'See how long clicks are kept' })).toHaveAttribute(
    'href',
    '/admin/settings/clicks',
  )
  await admin.goto(`/admin/analytics/products?product=${id}&range=all`)
  await expect(admin.getByText(`${name} leads with 8 clicks.`)).toBeVisible()

  await admin.goto('/admin/settings/clicks')
  await expect(admin.getByLabel('Days', { exact: true })).toHaveValue('400')
  await admin.getByLabel('Keep each click').selectOption('For ever')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('None: clicks are kept for ever')).toBeVisible()
})

async function addMany(shop: Shop, product: number, count: number, ago = '1 hour'): Promise<void> {
  await shop.database.query(
    `INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, reason, item_count)
     SELECT gen_random_uuid(), now() - $3::interval, $1, 'product', 'mobile', 'human', 'no_rule', 1
     FROM generate_series(1, $2::int)`,
    [product, count, ago],
  )
}
