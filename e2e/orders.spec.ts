import { unique } from './catalogue'
import { expect, test } from './fixtures'
import { readLink, sendJson } from './raw-request'

test('an order shows up with its customer, items and message, and its status can be changed', async ({
  admin,
  shop,
}) => {
  const customer = unique('Amélie')
  const answer = await sendJson(shop.url, '/go/checkout', {
    items: [
      { id: 1009, qty: 2 },
      { id: 1016, qty: 1 },
    ],
    customer: { name: customer, phone: '+44 7700 900555', email: 'amelie@example.com', address: '5 Rue' },
    note: '<script>alert(1)</script>',
  })
  const { reference, url } = JSON.parse(answer.body)

  await admin.goto('/admin')
  await admin.getByRole('link', { name: 'Look at orders' }).click()
  await expect(admin).toHaveURL(/status=new$/)
  const row = admin.getByRole('row').filter({ hasText: reference })
  await expect(row).toContainText(customer)
  await expect(row).toContainText('£81.00')
  await expect(row).toContainText('New')
  await row.getByRole('link', { name: reference }).click()
  await expect(admin.getByRole('heading', { name: reference })).toBeVisible()
  await expect(admin).toHaveTitle(`Order ${reference} · ChatCart`)
  for (const words of [customer, '+44 7700 900555', 'amelie@example.com', '<script>alert(1)</script>'])
    await expect(admin.getByText(words).first()).toBeVisible()
  await expect(admin.getByRole('row').filter({ hasText: 'Espresso cups' })).toContainText('£56.00')
  await expect(admin.getByText('Tom, pottery (demo)')).toBeVisible()
  expect(readLink(url).digits).toBe('447700900177')

  await admin.getByLabel('Status').selectOption('Confirmed')
  await expect(admin.getByText('Status saved.')).toBeVisible()
  await admin.goto('/admin/orders?status=confirmed')
  await expect(admin.getByRole('row').filter({ hasText: reference })).toContainText('Confirmed')
})

test('orders are found by reference, customer and phone', async ({ admin, shop }) => {
  const customer = unique('Findable')
  const answer = await sendJson(shop.url, '/go/checkout', {
    items: [{ id: 1002, qty: 1 }],
    customer: { name: customer, phone: '0161 496 0777' },
  })
  const { reference } = JSON.parse(answer.body)
  await admin.goto('/admin/orders')
  for (const words of [reference, customer]) {
    await admin.getByLabel('Search orders').fill(words)
    await admin.getByLabel('Search orders').press('Enter')
    await expect(admin.getByRole('row').filter({ hasText: reference })).toHaveCount(1)
    await expect(admin).toHaveURL(/\?.*q=/)
  }
  await admin.goto('/admin/orders?q=no-such-customer-anywhere')
  await expect(admin.getByText('No orders match')).toBeVisible()
})
