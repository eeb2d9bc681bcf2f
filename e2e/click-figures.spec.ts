import type { Page } from '@playwright/test'
import { addCatalogue, newDigits, unique } from './catalogue'
import { click, filters, openFilters, rows } from './click-table'
import { expect, test } from './fixtures'
import type { Shop } from './shop'

/** A click of a person at an exact time. */
async function addClickAt(shop: Shop, product: number, time: string): Promise<void> {
  await shop.database.query(
    `INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, reason, item_count)
     VALUES (gen_random_uuid(), $2, $1, 'product', 'mobile', 'human', 'no_category', 1)`,
    [product, time],
  )
}

async function inTimeZone(shop: Shop, timeZone: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await shop.database.query('SELECT time_zone FROM settings')
  const set = (zone: string) => shop.database.query('UPDATE settings SET time_zone = $1', [zone])
  await set(timeZone)
  await work().finally(() => set(rows[0].time_zone))
}

async function addProduct(shop: Shop, word: string): Promise<{ id: number; name: string }> {
  const { products } = await addCatalogue(shop, { categories: {}, products: [{ name: unique(word) }] })
  const [product] = products
  if (!product) throw new Error('No product was added')
  return product
}

const trendRow = (page: Page, name: string | RegExp) =>
  page.getByRole('table', { name: /^Clicks by (hour|day|week|month)$/ }).getByRole('row', { name })

test('the trend can be walked along by keyboard and read as a table', async ({ admin, shop }) => {
  const { id } = await addProduct(shop, 'Charted')
  await click(shop, id)
  await admin.goto(`/admin/analytics?product=${id}&range=7d`)
  const chart = admin.getByRole('application').first()
  await chart.focus()
  await admin.keyboard.press('ArrowRight')
  const hint = admin.locator('figure').getByRole('status')
  await expect(hint).toContainText('0Clicks')
  for (let step = 0; step < 6; step++) await admin.keyboard.press('ArrowRight')
  await expect(hint).toContainText('1Clicks')
  await expect(hint).toContainText('so far')

  await expect(trendRow(admin, /so far/)).toContainText('1')
  await admin.getByRole('button', { name: 'Show as table' }).click()
  await expect(trendRow(admin, /so far/)).toBeVisible()
  await admin.getByRole('link', { name: 'Hours', exact: true }).click()
  await expect(admin).toHaveURL(/by=hour/)
  await expect(admin.getByRole('table', { name: 'Clicks by hour' })).toBeAttached()
})

test('a store in Kathmandu sees its own days and hours; the data stay the same', async ({ admin, shop }) => {
  const { id } = await addProduct(shop, 'Far away')
  // A quarter past midnight of Monday, 6 May 2024, there; the evening of Sunday in UTC.
  await addClickAt(shop, id, '2024-05-05T18:30:00Z')
  const monday = `product=${id}&range=custom&from=2024-05-06&to=2024-05-06`
  await inTimeZone(shop, 'Asia/Kathmandu', async () => {
    await admin.goto(`/admin/analytics/times?${monday}`)
    await expect(trendRow(admin, /6 May 2024.*00:00/)).toContainText('1')
    const heat = admin.getByRole('table', { name: 'Clicks by weekday and hour' })
    await expect(heat.getByRole('row', { name: /^Mon/ }).getByRole('cell').first()).toHaveText('1')
    await expect(admin.getByText('By the store’s clocks: Asia/Kathmandu.')).toBeVisible()
    await admin.goto(`/admin/analytics?${monday}`)
    await expect(admin.getByText('1 click, newest first', { exact: true })).toBeVisible()
  })
  await inTimeZone(shop, 'UTC', async () => {
    await admin.goto(`/admin/analytics?${monday}`)
    await expect(admin.getByText('No clicks match')).toBeVisible()
    await admin.goto(`/admin/analytics/times?product=${id}&range=custom&from=2024-05-05&to=2024-05-05`)
    await expect(trendRow(admin, /18:00/)).toContainText('1')
    const heat = admin.getByRole('table', { name: 'Clicks by weekday and hour' })
    await expect(heat.getByRole('row', { name: /^Sun/ }).getByRole('cell').nth(18)).toHaveText('1')
  })
})

test('routing says which category wants a rule, and leads to it', async ({ admin, shop }) => {
  const [category, name] = [unique('Ruleless'), unique('Astray')]
  const { products, categories } = await addCatalogue(shop, {
    categories: { [category]: null },
    products: [{ name, categories: [category] }],
  })
  const id = products[0]?.id ?? 0
  await click(shop, id)
  await admin.goto(`/admin/analytics/routing?product=${id}`)
  await expect(
    admin.getByText(`100% of the clicks on products went to the default number: ${category} has no rule.`),
  ).toBeVisible()
  await expect(admin.getByRole('link', { name: `${name} (1)` })).toBeVisible()
  await admin.getByRole('link', { name: `Add a rule for ${category}` }).click()
  await expect(admin).toHaveURL(`/admin/routing/new?category=${categories.get(category)}`)
  await expect(admin.getByRole('combobox', { name: /Category/ })).toHaveText(category)

  await shop.database.query(
    `WITH number AS (INSERT INTO numbers (digits, label) VALUES ($2, 'Rescued') RETURNING id)
     INSERT INTO routing_rules (category_id, number_id) SELECT $1, id FROM number`,
    [categories.get(category), newDigits()],
  )
  await admin.goto(`/admin/analytics/routing?product=${id}`)
  await expect(admin.getByRole('link', { name: `Add a rule for ${category}` })).toHaveCount(0)
})

test('what was not counted adds up with what was', async ({ admin, shop }) => {
  const { id } = await addProduct(shop, 'Counted')
  await shop.database.query(
    `INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, kind_reason, reason, item_count)
     SELECT gen_random_uuid(), now(), $1, 'product', 'mobile', kind::visitor_kind, why::kind_reason, 'no_category', 1
     FROM (VALUES ('human', NULL, 5), ('bot', 'isbot', 4), ('prefetch', 'prefetch_header', 3), ('duplicate', 'repeat', 2), ('flood', 'flood', 1))
       AS kinds (kind, why, count), generate_series(1, count)`,
    [id],
  )
  await admin.goto(`/admin/analytics/counting?product=${id}`)
  await expect(
    admin.getByText('67% of all visits were not counted, many of them bots (4 of 10).'),
  ).toBeVisible()
  const figure = (name: RegExp) => admin.getByRole('row', { name }).getByRole('cell').first()
  await expect(figure(/^All visits/)).toHaveText('15')
  for (const [name, count] of [
    [/^Bot/, '4'],
    [/^Preview/, '3'],
    [/^Repeat/, '2'],
    [/^Flood/, '1'],
  ] as const)
    await expect(figure(name)).toContainText(count)
  await expect(figure(/^Clicks by people/)).toHaveText('5')
})

test('a rule and a cause lead to just the clicks that they count', async ({ admin, shop }) => {
  const [own, other, name] = [unique('Mugs'), unique('Gifts'), unique('Counted')]
  const { products } = await addCatalogue(shop, {
    categories: { [own]: newDigits(), [other]: newDigits() },
    products: [{ name, categories: [own, other] }],
  })
  const id = products[0]?.id ?? 0
  await shop.database.query(
    `INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, kind_reason, reason, rule_id, item_count)
     SELECT gen_random_uuid(), now(), $1, 'product', 'mobile', kind::visitor_kind, why::kind_reason, 'rule',
       (SELECT r.id FROM routing_rules r JOIN categories c ON c.id = r.category_id WHERE c.name = category), 1
     FROM (VALUES ('human', NULL, $2, 3), ('human', NULL, $3, 2), ('bot', 'isbot', $2, 4), ('bot', 'empty_agent', $2, 1))
       AS kinds (kind, why, category, count), generate_series(1, count)`,
    [id, own, other],
  )
  await admin.goto(`/admin/analytics/routing?product=${id}`)
  await admin.getByRole('region', { name: 'By a rule' }).getByRole('link', { name: own }).click()
  await expect(rows(admin)).toHaveCount(3)
  await expect(admin.getByRole('link', { name: `Remove the filter Rule for ${own}` })).toBeVisible()

  await admin.goto(`/admin/analytics/counting?product=${id}`)
  await admin
    .getByRole('row', { name: /crawler/ })
    .getByRole('link')
    .click()
  await expect(rows(admin)).toHaveCount(4)
  await openFilters(admin)
  await expect(filters(admin).getByLabel('Visitors')).toHaveValue('bot:isbot')
})
