import { agents } from './agents'
import { addOne, click, filters, openFilters, readRows, rows } from './click-table'
import { expect, test } from './fixtures'

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
  await addClicks(5_000_000, 50, '-1 hour')
  const idsShown = async () => (await readRows(admin)).map(text => Number(/ID (\d+)/.exec(text)?.[1]))
  const turn = async (name: 'Older' | 'Newer' | 'Oldest' | 'Newest') => {
    const before = await idsShown()
    await admin.getByRole('link', { name, exact: true }).click()
    let now = before
    const turned = async () => {
      now = await idsShown()
      return now.length > 0 && now[0] !== before[0]
    }
    await expect.poll(turned).toBe(true)
    return now
  }

  await admin.goto(`/admin/analytics?number=${number}`)
  await expect(rows(admin)).toHaveCount(20)
  const first = await idsShown()
  const second = await turn('Older')
  await addClicks(6_000_000, 7, '-1 minute')
  await admin.reload()
  await expect.poll(idsShown).toEqual(second)
  const third = await turn('Older')
  expect(third).toHaveLength(10)
  const all = [...first, ...second, ...third]
  expect(new Set(all).size).toBe(50)
  expect(Math.min(...all)).toBe(5_000_001)
  expect(Math.max(...all)).toBe(5_000_050)
  expect(await turn('Newer')).toEqual(second)
  expect(await turn('Newer')).toEqual(first)
  const newest = await turn('Newer')
  expect(newest.slice(0, 7).every(id => id > 6_000_000)).toBe(true)
  const oldest = await turn('Oldest')
  expect(oldest).toHaveLength(20)
  expect(oldest.slice(-10)).toEqual(third)
  await expect(admin.getByRole('link', { name: 'Older', exact: true })).toHaveCount(0)
  expect(await turn('Newest')).toEqual(newest)
})

test('a page turns alone, the browser’s own buttons turn it, too, and no filter is lost on the way', async ({
  admin,
  shop,
}) => {
  const { id } = await addOne(shop, 'Turned')
  await shop.database.query(
    `INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, reason, item_count)
     SELECT gen_random_uuid(), date_trunc('hour', now()) - n * interval '1 minute', $1, 'cart',
       (CASE n % 2 WHEN 0 THEN 'mobile' ELSE 'desktop' END)::device_type, 'human', 'no_category', n
     FROM generate_series(1, 50) n`,
    [id],
  )
  const items = async () =>
    (await readRows(admin)).map(text => 1 + Number(/and (\d+) more/.exec(text)?.[1] ?? 0))
  const expectPage = (from: number, to: number) =>
    expect.poll(async () => [(await items())[0], (await items()).at(-1)]).toEqual([from, to])
  const older = admin.getByRole('link', { name: 'Older', exact: true })

  await admin.goto(`/admin/analytics?product=${id}`)
  await expectPage(1, 20)
  const screens: string[] = []
  admin.on('request', request => {
    if (request.method() === 'GET' && request.url().includes('_rsc=')) screens.push(request.url())
  })
  await older.click()
  await expectPage(21, 40)
  await expect(admin).toHaveURL(/&older=/)
  await older.click()
  await expectPage(41, 50)
  expect(screens).toEqual([])
  await admin.goBack()
  await expectPage(21, 40)
  await admin.goForward()
  await expectPage(41, 50)

  // Away and back again.
  await admin.getByRole('navigation', { name: 'Analytics' }).getByRole('link', { name: 'Routing' }).click()
  await expect(admin).toHaveURL(/analytics\/routing/)
  await admin.goBack()
  await expectPage(41, 50)

  // Another filter begins at its newest click.
  await openFilters(admin)
  await filters(admin).getByLabel('Device').selectOption('Mobile')
  await expectPage(2, 40)
  await expect(admin).not.toHaveURL(/older=/)
  await older.click()
  await expectPage(42, 50)
  await admin.getByRole('link', { name: 'Newest', exact: true }).click()
  await expectPage(2, 40)

  // A page that is turned while another filter is under way takes its place, and the field says so.
  await admin.route(/device=desktop.*_rsc=/, () => {})
  await openFilters(admin)
  await filters(admin).getByLabel('Device').selectOption('Desktop')
  await older.click()
  await expectPage(42, 50)
  await expect(filters(admin).getByLabel('Device')).toHaveValue('mobile')
  await admin.getByRole('link', { name: 'Newer', exact: true }).click()
  await expectPage(2, 40)

  // The answer that brings the rows is lost once: it is asked for again.
  let lost = 0
  await admin.route('**/*', route =>
    route.request().method() === 'POST' && lost++ === 0 ? route.abort() : route.continue(),
  )
  await older.click()
  await expectPage(42, 50)
})

test('a row opens the click’s trace, which has an address of its own', async ({ admin, shop }) => {
  const { id, name, category, label } = await addOne(shop, 'Traced')
  await click(shop, id)
  const address = `/admin/analytics?product=${id}`
  await admin.goto(address)
  const sheet = admin.getByRole('dialog', { name: 'One click' })
  await rows(admin).first().getByRole('cell').last().click()
  await expect(sheet).toContainText(`Somebody pressed the button on the page of ${name}, on a phone.`)
  await expect(sheet).toContainText(`${name} is in ${category}; that rule sends to ${label}`)
  await expect(admin).toHaveURL(/&click=[0-9a-f-]{36}$/)
  const shared = admin.url()
  await admin.goBack()
  await expect(sheet).toBeHidden()
  await expect(admin).toHaveURL(address)

  await admin.goto(shared)
  await expect(sheet).toContainText(category)
  await admin.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(admin).toHaveURL(address)
  const link = rows(admin).first().getByRole('link', { name })
  await expect(link).toBeFocused()
  await link.press('Enter')
  await expect(sheet).toContainText(category)
  await admin.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(link).toBeFocused()
  await link.press('Enter')
  await sheet.getByRole('link', { name: 'Open the rule' }).click()
  await expect(admin).toHaveURL(/\/admin\/routing\/\d+$/)

  await admin.goto(`${address}&click=019ab1c2-7000-7000-8000-000000000001`)
  await expect(sheet).toContainText('This click is not in the list')
})

test('on a tablet the table fits into its card, and a search closes the filters over it', async ({
  admin,
  shop,
}) => {
  const { id, name } = await addOne(shop, 'Narrow')
  await click(shop, id)
  await admin.setViewportSize({ width: 768, height: 1024 })
  await admin.goto(`/admin/analytics?product=${id}`)
  await expect(rows(admin)).toHaveCount(1)
  const table = admin.getByRole('table', { name: 'Clicks, newest first' })
  expect(await table.evaluate(({ parentElement: box }) => box && box.scrollWidth - box.clientWidth)).toBe(0)
  await expect(admin.getByRole('columnheader', { name: 'Why' })).toBeInViewport()

  await openFilters(admin)
  await expect(admin.getByLabel('Page type')).toBeVisible()
  await filters(admin).getByRole('searchbox').fill(name)
  await filters(admin).getByRole('button', { name: 'Search' }).click()
  await expect(admin).toHaveURL(/[?&]q=/)
  await expect(admin.getByLabel('Page type')).toBeHidden()
})

test('columns can be hidden, and the address remembers it', async ({ admin, shop }) => {
  const { id } = await addOne(shop, 'Columns')
  await click(shop, id)
  await admin.goto(`/admin/analytics?product=${id}`)
  const header = (name: string) => admin.getByRole('columnheader', { name, exact: true })
  await admin.getByText('Columns', { exact: true }).click()
  await admin.getByRole('checkbox', { name: 'Device' }).uncheck()
  await expect(header('Device')).toHaveCount(0)
  await admin.getByRole('checkbox', { name: 'Why' }).uncheck()
  await expect(header('Why')).toHaveCount(0)
  await expect(header('Page')).toHaveCount(1)
  await admin.reload()
  await expect(header('Device')).toHaveCount(0)
  await filters(admin).getByLabel('Period').selectOption('Last 7 days')
  await expect(admin).toHaveURL(/range=7d/)
  await expect(admin).toHaveURL(/hide=device%2Cwhy/)
  await expect(header('Why')).toHaveCount(0)
  await admin.getByText('Columns', { exact: true }).click()
  await admin.getByRole('checkbox', { name: 'Device' }).check()
  await expect(header('Device')).toHaveCount(1)
})

test('new clicks are announced and come in when asked', async ({ admin, shop }) => {
  const { id, name } = await addOne(shop, 'Announced')
  await click(shop, id)
  await admin.clock.install()
  await admin.goto(`/admin/analytics?product=${id}`)
  await expect(rows(admin)).toHaveCount(1)
  await click(shop, id, agents.desktop)
  await admin.clock.runFor(16_000)
  const notice = admin.getByRole('status').getByRole('button', { name: '1 new click' })
  await expect(notice).toBeVisible()
  await expect(rows(admin)).toHaveCount(1)
  await notice.press('Enter')
  await expect(rows(admin)).toHaveCount(2)
  await expect(rows(admin).first()).toContainText(name)
  await expect(notice).toBeHidden()
  // The keyboard goes on in the table.
  await admin.keyboard.press('Tab')
  await expect(admin.locator('#clicks').locator(':focus')).toBeVisible()
})

test('the keyboard keeps its place when a filter comes or goes', async ({ admin, shop }) => {
  const { id, name } = await addOne(shop, 'Kept place')
  await click(shop, id)
  await admin.goto('/admin/analytics?range=7d&device=mobile')
  const button = filters(admin).locator('summary')
  const chip = (label: string) => admin.getByRole('link', { name: `Remove the filter ${label}` })

  await button.press('Enter')
  const product = filters(admin).getByRole('combobox', { name: 'Product' })
  await product.press('Enter')
  await admin.getByRole('combobox', { name: 'Name, SKU or id' }).fill(name)
  await expect(admin.getByRole('option', { name })).toBeVisible()
  await admin.keyboard.press('Enter')
  await expect(chip(name)).toBeVisible()
  await expect(product).toBeFocused()
  await expect(product).toContainText(name)
  await admin.keyboard.press('Escape')
  await expect(product).toBeHidden()
  await expect(button).toBeFocused()

  await chip(name).press('Enter')
  await expect(chip(name)).toHaveCount(0)
  await expect(chip('Mobile')).toBeFocused()
  await admin.keyboard.press('Enter')
  await expect(chip('Mobile')).toHaveCount(0)
  await expect(chip('Last 7 days')).toBeFocused()
  await openFilters(admin)
  await expect(product).toContainText('All products')

  await admin.getByRole('link', { name: 'Clear all' }).press('Enter')
  await expect(chip('Last 7 days')).toHaveCount(0)
  await expect(button).toBeFocused()
})
