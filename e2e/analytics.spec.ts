import type { Page } from '@playwright/test'
import { agents } from './agents'
import { addCatalogue, newDigits, unique } from './catalogue'
import { clicksOf } from './clicks'
import { expect, test, waitForLife } from './fixtures'
import { send } from './raw-request'
import type { Shop } from './shop'

async function addOne(shop: Shop, word: string) {
  const [name, category, digits] = [unique(word), unique('Group'), newDigits()]
  const { products } = await addCatalogue(shop, {
    categories: { [category]: digits },
    products: [{ name, categories: [category] }],
  })
  return { id: products[0]?.id ?? 0, name, category, digits, label: `Number ${digits.slice(-3)}` }
}

/** Clicks once and waits until the click is in the table. */
async function click(shop: Shop, id: number, agent: string = agents.phone): Promise<void> {
  const before = (await clicksOf(shop, id)).length
  await send(shop.url, `/go/product/${id}`, { headers: { 'user-agent': agent } })
  await expect.poll(async () => (await clicksOf(shop, id)).length).toBe(before + 1)
}

const rows = (page: Page) => page.getByRole('table', { name: 'Clicks, newest first' }).locator('tbody tr')

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

test('people are counted; a switch shows who was not, and why', async ({ admin, shop }) => {
  const { id, name } = await addOne(shop, 'Vase')
  await click(shop, id)
  await click(shop, id, agents.whatsappPreview)
  await admin.goto(`/admin/analytics?q=${encodeURIComponent(name)}`)
  await expect(rows(admin)).toHaveCount(1)
  await admin.getByRole('switch', { name: 'Include bots, previews and repeats' }).click()
  await expect(rows(admin)).toHaveCount(2)
  await expect(admin).toHaveURL(/visitors=everyone/)
  await expect(rows(admin).first()).toContainText('Bot')
  await rows(admin).first().locator('summary').click()
  await expect(rows(admin).first()).toContainText('A crawler or a link preview opened it, nobody tapped')
})

test('filters add up, live in the address, and can be shared', async ({ admin, shop }) => {
  const { id, name, label } = await addOne(shop, 'Filtered')
  await click(shop, id, agents.desktop)
  await send(shop.url, `/go/cart?items=${id}:2`)
  await expect.poll(async () => (await clicksOf(shop, id)).length).toBe(2)

  await admin.goto(`/admin/analytics?q=${encodeURIComponent(name)}`)
  await expect(rows(admin)).toHaveCount(2)
  await admin.getByLabel('Page type').selectOption('Cart')
  await expect(rows(admin)).toHaveCount(1)
  await expect(rows(admin)).toContainText('Cart')
  await admin.getByLabel('Device').selectOption('Desktop')
  await expect(admin.getByText('No clicks match')).toBeVisible()
  await admin.goBack()
  await expect(rows(admin)).toHaveCount(1)
  await expect(admin.getByLabel('Device')).toHaveValue('')
  await admin.getByLabel('Page type').selectOption('Product page')
  await expect(rows(admin)).toContainText('Desktop')

  await admin.goto('/admin/analytics?page=cart&device=mobile&range=today')
  await expect(admin.getByLabel('Page type')).toHaveValue('cart')
  await expect(rows(admin).first()).toContainText(name)
  await admin.getByLabel('Number', { exact: true }).selectOption({ label: await optionWith(admin, label) })
  await expect(rows(admin)).toHaveCount(1)
  await admin.goto('/admin/analytics?range=custom&from=2001-01-01&to=2001-01-02')
  await expect(admin.getByText('No clicks match')).toBeVisible()
})

async function optionWith(page: Page, label: string): Promise<string> {
  const text = await page
    .getByLabel('Number', { exact: true })
    .locator('option', { hasText: label })
    .textContent()
  return text ?? ''
}

test('pages stay as they are while clicks arrive: none is missing, none comes twice', async ({
  admin,
  shop,
}) => {
  const { digits } = await addOne(shop, 'Paged')
  const { rows: numbers } = await shop.database.query('SELECT id FROM numbers WHERE digits = $1', [digits])
  const number = numbers[0].id
  // Many of one moment: the order among them must not waver.
  const addClicks = (from: number, count: number, at: string) =>
    shop.database.query(
      `INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, reason, number_id, number, item_count)
       SELECT gen_random_uuid(), now() + $4::interval, $1 + n, 'product', 'mobile', 'human', 'rule', $3, $5, 1
       FROM generate_series(1, $2::int) n`,
      [from, count, number, at, digits],
    )
  await addClicks(5_000_000, 120, '-1 hour')
  const idsShown = async () =>
    (await rows(admin).allTextContents()).map(text => Number(/ID (\d+)/.exec(text)?.[1]))
  const turn = async (name: 'Older' | 'Newer') => {
    const before = await idsShown()
    await admin.getByRole('link', { name }).click()
    let now = before
    const turned = async () => {
      now = await idsShown()
      return now.length > 0 && now[0] !== before[0]
    }
    await expect.poll(turned).toBe(true)
    return now
  }

  await admin.goto(`/admin/analytics?number=${number}`)
  await expect(rows(admin)).toHaveCount(50)
  const first = await idsShown()
  const second = await turn('Older')
  await addClicks(6_000_000, 7, '-1 minute')
  await admin.reload()
  await expect.poll(idsShown).toEqual(second)
  const third = await turn('Older')
  expect(third).toHaveLength(20)
  const all = [...first, ...second, ...third]
  expect(new Set(all).size).toBe(120)
  expect(Math.min(...all)).toBe(5_000_001)
  expect(Math.max(...all)).toBe(5_000_120)
  expect(await turn('Newer')).toEqual(second)
  expect(await turn('Newer')).toEqual(first)
  const newest = await turn('Newer')
  expect(newest.slice(0, 7).every(id => id > 6_000_000)).toBe(true)
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
