import { addOne, click, filters, openFilters, rows } from './click-table'
import { expect, test } from './fixtures'

test('typing at any pace: the field keeps what is typed, and the way back leads to before the search', async ({
  admin,
  shop,
}) => {
  const { id, name } = await addOne(shop, 'Snake')
  await click(shop, id)
  const search = filters(admin).getByLabel('Search clicks')
  await admin.goto('/admin/analytics?visitors=everyone')
  await search.pressSequentially(name.slice(0, 5))
  await expect(admin).toHaveURL(/q=Snake&/)
  await search.press('Space')
  await search.pressSequentially('and ')
  await expect(admin).toHaveURL(/q=Snake\+and&/)
  await expect(filters(admin)).toHaveAttribute('aria-busy', 'false')
  await search.pressSequentially('pot')
  await expect(admin).toHaveURL(/q=Snake\+and\+pot&/)
  await expect(filters(admin)).toHaveAttribute('aria-busy', 'false')
  await expect(search).toHaveValue('Snake and pot')
  await admin.goBack()
  await expect(admin).not.toHaveURL(/q=/)
  await expect(search).toHaveValue('')

  await filters(admin).getByLabel('Period').selectOption('Custom dates')
  const [first, last] = [filters(admin).getByLabel('First day'), filters(admin).getByLabel('Last day')]
  await first.focus()
  await admin.keyboard.type('02032026', { delay: 450 })
  await admin.keyboard.press('Tab')
  await expect(admin).toHaveURL(/from=2026-02-03/)
  await expect(filters(admin)).toHaveAttribute('aria-busy', 'false')
  await expect(first).toHaveValue('2026-02-03')

  // One end at a time, in any order.
  await last.fill('2026-01-31')
  const hint = filters(admin).getByText('The first day is after the last')
  await expect(hint).toBeVisible()
  await first.fill('2026-01-01')
  await expect(admin).toHaveURL(/from=2026-01-01&to=2026-01-31/)
  await expect(hint).toBeHidden()
})

test('without a connection a page can’t be turned: it says so, and goes on where it was', async ({
  admin,
  shop,
}) => {
  const { id, name } = await addOne(shop, 'Offline')
  await shop.database.query(
    `INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, reason, item_count)
     SELECT gen_random_uuid(), now() - n * interval '1 minute', $1, 'cart', 'mobile', 'human', 'no_category', n
     FROM generate_series(1, 30) n`,
    [id],
  )
  await admin.goto(`/admin/analytics?product=${id}`)
  await expect(rows(admin)).toHaveCount(20)
  await admin.context().setOffline(true)
  await admin.getByRole('link', { name: 'Older', exact: true }).click()
  const lost = admin.getByRole('status').filter({ hasText: 'could not be fetched' })
  await expect(lost).toBeVisible()
  await expect(rows(admin)).toHaveCount(20)
  await admin.context().setOffline(false)
  await lost.getByRole('button', { name: 'Try again' }).click()
  await expect(rows(admin)).toHaveCount(10)
  await expect(lost).toBeHidden()

  // Every other way works on, too: a list whose script did not come at first, a search.
  await admin.context().setOffline(true)
  await openFilters(admin)
  const product = filters(admin).getByRole('combobox', { name: 'Product' })
  await product.click()
  await admin.context().setOffline(false)
  await expect(admin.getByRole('combobox', { name: 'Name, SKU or id' })).toBeVisible()
  await admin.keyboard.press('Escape')
  await filters(admin).getByLabel('Search clicks').pressSequentially(`${name} `, { delay: 20 })
  await expect(admin).toHaveURL(/q=Offline/)
  await expect(rows(admin)).toHaveCount(20)
})
