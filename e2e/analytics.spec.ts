import type { Page } from '@playwright/test'
import { agents } from './agents'
import { addCatalogue, unique } from './catalogue'
import { addOne, click, filters, openFilters, rows } from './click-table'
import { clicksOf } from './clicks'
import { expect, test, waitForLife } from './fixtures'
import { send } from './raw-request'

test('a click shows up first, with where it went and why, and is found by search', async ({
  admin,
  shop,
}) => {
  const other = await addOne(shop, 'Teapot')
  const mine = await addOne(shop, 'Café crème')
  await click(shop, other.id, agents.desktop)
  await click(shop, mine.id)

  await admin.goto('/admin/analytics')
  const first = rows(admin).first()
  for (const words of [
    mine.name,
    `ID ${mine.id}`,
    'Product page',
    'Mobile',
    mine.label,
    `Rule for ${mine.category}`,
  ])
    await expect(first).toContainText(words)

  const search = admin.getByLabel('Search clicks')
  for (const words of [
    mine.name.toUpperCase(),
    mine.name.replace('Café', 'cafe'),
    String(mine.id),
    `${mine.label} product`,
  ]) {
    await search.fill(words)
    await search.press('Enter')
    await expect.poll(() => new URL(admin.url()).searchParams.get('q')).toBe(words)
    await expect(rows(admin)).toHaveCount(1)
    await expect(rows(admin)).toContainText(mine.name)
  }
  await admin.reload()
  await expect(search).toHaveValue(`${mine.label} product`)
  await search.fill('100%_nothing')
  await search.press('Enter')
  await expect(admin.getByText('No clicks match')).toBeVisible()
})

test('what is typed before the page comes alive is searched for', async ({ admin, shop }) => {
  const { id, name } = await addOne(shop, 'Early')
  await click(shop, id)
  const page = await admin.context().newPage()
  let release = () => {}
  const scripts = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/_next/static/chunks/*.js', async route => {
    await scripts
    await route.continue()
  })
  await page.goto('/admin/analytics', { waitUntil: 'commit' })
  const search = page.getByLabel('Search clicks')
  await search.fill(name)
  release()
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText(name)
  await expect(search).toHaveValue(name)
  await page.close()
})

test('an address with a number or a category that is no longer there stays as it is, and each field says so', async ({
  admin,
}) => {
  await admin.clock.install()
  await admin.goto('/admin/analytics?number=987654&category=987654')
  await openFilters(admin)
  const category = filters(admin).getByRole('combobox', { name: /^Category/ })
  await category.click()
  // The unknown one is offered beside those there are.
  const list = admin.getByRole('listbox')
  await expect.poll(() => list.getByRole('option').count()).toBeGreaterThan(2)
  let pages = 0
  admin.on('request', request => {
    if (request.url().includes('/admin/analytics?') && request.method() === 'GET') pages++
  })
  await admin.getByLabel('Search categories').fill('nowhere')
  await expect(admin.getByText('No category has this name.')).toBeVisible()
  // Longer than the form waits for a typist.
  await admin.clock.runFor(1_000)
  await admin.keyboard.press('Escape')
  await expect(category).toHaveText('Unknown category')
  await expect(filters(admin).locator('select[name=number]')).toHaveValue('987654')
  expect(new URL(admin.url()).search).toBe('?number=987654&category=987654')
  expect(pages).toBe(0)
})

test('people are counted; a filter shows who was not, and why', async ({ admin, shop }) => {
  const { id, name } = await addOne(shop, 'Vase')
  await click(shop, id)
  await click(shop, id, agents.whatsappPreview)
  await admin.goto(`/admin/analytics?q=${encodeURIComponent(name)}`)
  await expect(rows(admin)).toHaveCount(1)
  await openFilters(admin)
  await filters(admin).getByLabel('Visitors').selectOption('everyone')
  await expect(rows(admin)).toHaveCount(2)
  await expect(admin).toHaveURL(/visitors=everyone/)
  await expect(rows(admin).first()).toContainText('Bot')
  await rows(admin).first().getByRole('link', { name }).click()
  await expect(admin.getByRole('dialog')).toContainText(
    'A crawler or a link preview opened it, nobody tapped',
  )
  await expect(admin.getByRole('dialog')).toContainText('Not counted as a click.')
})

test('filters add up, live in the address, and can be shared', async ({ admin, shop }) => {
  const { id, name, category, label } = await addOne(shop, 'Filtered')
  await click(shop, id, agents.desktop)
  await send(shop.url, `/go/cart?items=${id}:2`)
  await expect.poll(async () => (await clicksOf(shop, id)).length).toBe(2)
  const field = (name: string) => filters(admin).getByLabel(name, { exact: true })

  await admin.goto(`/admin/analytics?q=${encodeURIComponent(name)}`)
  await expect(rows(admin)).toHaveCount(2)
  await openFilters(admin)
  await field('Page type').selectOption('Cart')
  await expect(rows(admin)).toHaveCount(1)
  await expect(rows(admin)).toContainText('Cart')
  await field('Device').selectOption('Desktop')
  await expect(admin.getByText('No clicks match')).toBeVisible()
  await admin.goBack()
  await expect(rows(admin)).toHaveCount(1)
  await expect(field('Device')).toHaveValue('')
  await field('Page type').selectOption('Product page')
  await expect(rows(admin)).toContainText('Desktop')

  await admin.goto('/admin/analytics?page=cart&device=mobile&range=today')
  await openFilters(admin)
  await expect(field('Page type')).toHaveValue('cart')
  await expect(rows(admin).first()).toContainText(name)
  await field('Number').selectOption({ label: await optionWith(admin, label) })
  await expect(rows(admin)).toHaveCount(1)
  await admin.getByRole('link', { name: 'Remove the filter Cart' }).click()
  await expect(admin).not.toHaveURL(/page=cart/)

  await admin.goto('/admin/analytics')
  await openFilters(admin)
  await field('Category').click()
  await admin.getByLabel('Search categories').fill(category)
  await admin.getByRole('option', { name: category }).click()
  await expect(rows(admin)).toHaveCount(2)
  await field('Product').click()
  await admin.getByLabel('Name, SKU or id').fill(String(id))
  await admin.getByRole('option', { name }).click()
  await expect(admin).toHaveURL(new RegExp(`product=${id}.*category=\\d+`))
  await field('Why it went there').selectOption('No rule for its categories')
  await expect(admin.getByText('No clicks match')).toBeVisible()
  await field('Why it went there').selectOption('A rule of its category')
  await expect(rows(admin)).toHaveCount(2)
  // A tab keeps the filters.
  await admin.getByRole('link', { name: 'Not counted', exact: true }).click()
  await expect(admin.getByRole('row', { name: /^Clicks by people/ })).toContainText('2')
  await admin.goto('/admin/analytics?range=custom&from=2001-01-01&to=2001-01-02')
  await expect(admin.getByText('No clicks match')).toBeVisible()
})

async function optionWith(page: Page, label: string): Promise<string> {
  const text = await page
    .getByRole('search')
    .getByLabel('Number', { exact: true })
    .locator('option', { hasText: label })
    .textContent()
  return text ?? ''
}

test('a search takes every character as itself', async ({ admin, shop }) => {
  const odd = unique(`50%_off "Fête" d'Été \\`)
  const plain = unique('Fifty off fete')
  const { products } = await addCatalogue(shop, {
    categories: {},
    products: [{ name: odd }, { name: plain }],
  })
  for (const { id } of products) await click(shop, id)
  const search = admin.getByLabel('Search clicks')
  await admin.goto('/admin/analytics')
  for (const [words, found] of [
    ['%_off', [odd]],
    ['"fete"', [odd]],
    ["D'ETE", [odd]],
    ['\\', [odd]],
    ['FÊTE', [odd, plain]],
    ['__', []],
    ["'; DROP TABLE click_events; --", []],
  ] as const) {
    await search.fill(words)
    await search.press('Enter')
    await expect.poll(() => new URL(admin.url()).searchParams.get('q')).toBe(words)
    await expect(rows(admin)).toHaveCount(found.length)
    for (const name of found) await expect(rows(admin).filter({ hasText: name })).toHaveCount(1)
  }
})

test('the overview counts the click and shows it', async ({ admin, shop }) => {
  const { id, name } = await addOne(shop, 'Overviewed')
  await click(shop, id)
  await admin.goto('/admin')
  const latest = admin.getByRole('row').filter({ hasText: name })
  await expect(latest).toHaveCount(1)
  await expect(latest).toContainText('Mobile')
})

test('on a phone the clicks can be read and nothing sticks out', async ({ browser, session, shop }) => {
  const { id, name } = await addOne(shop, 'A product whose name is far longer than any phone is wide')
  await click(shop, id)
  const context = await browser.newContext({ storageState: session, viewport: { width: 390, height: 844 } })
  const page = waitForLife(await context.newPage())
  for (const path of [
    '/admin',
    '/admin/analytics',
    `/admin/analytics/products?product=${id}`,
    '/admin/analytics/times',
    `/admin/analytics/routing?product=${id}`,
    '/admin/analytics/counting',
    '/admin/settings/clicks',
    '/admin/routing',
    '/admin/products',
    '/admin/orders',
    '/admin/settings',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(excess, path).toBeLessThanOrEqual(0)
  }
  await page.goto('/admin/analytics')
  await expect(rows(page).first()).toContainText(name)
  await context.close()
})

test('the narrowest phone needs no scrolling sideways, with own dates and a long table', async ({
  browser,
  session,
  shop,
}) => {
  const { id } = await addOne(shop, 'Narrow')
  await shop.database.query(
    `INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, reason, item_count)
     SELECT gen_random_uuid(), now() - n * interval '1 minute', $1, 'product', 'mobile', 'human', 'no_rule', 1
     FROM generate_series(1, 50) n`,
    [id],
  )
  const context = await browser.newContext({ storageState: session, viewport: { width: 320, height: 640 } })
  const page = waitForLife(await context.newPage())
  await page.goto(`/admin/analytics?product=${id}&range=custom`)
  await expect(page.getByRole('link', { name: 'Oldest' })).toBeVisible()
  await expect(page.getByLabel('Last day')).toBeVisible()
  await page.getByRole('link', { name: 'Older', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Newest' })).toBeVisible()
  const excess = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('fieldset, nav[aria-label=Pages]')].map(
      element => element.scrollWidth - element.clientWidth,
    ),
  )
  expect(Math.max(...excess)).toBe(0)
  await context.close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('every screen says what it needs', async ({ page, context, session }) => {
    await context.addCookies(session.cookies)
    for (const tab of ['', '/products', '/times', '/routing', '/counting']) {
      await page.goto(`/admin/analytics${tab}`)
      // Playwright's own words for what is on a page leave out what stands in here.
      const note = page.locator('main noscript > *')
      await expect(note).toBeVisible()
      await expect(note).toContainText('The dashboard needs JavaScript')
    }
  })
})
