import { expect, signIn, test, waitForLife } from './fixtures'
import { readLink, send } from './raw-request'
import { firstAdmin, startShop } from './shop'

test('a message is changed with a preview, and the next link carries it', async ({ admin, shop }) => {
  const { rows } = await shop.database.query('SELECT floating_template AS text FROM settings')
  const textOfLink = async () => readLink((await send(shop.url, '/go/chat')).location).text
  await admin.goto('/admin/settings/messages')
  const message = admin.getByLabel('Floating button message')
  await message.fill('Olá {store}! 100% *sim* & não?\nسلام {typo}')
  await expect(admin.getByText('Olá Fern & Clay! 100%').first()).toBeVisible()
  await expect(admin.getByText(/typo/).last()).toBeVisible()
  await admin.getByRole('button', { name: 'Save messages' }).click()
  await expect(admin.getByText('Messages saved. The next shopper gets them.')).toBeVisible()
  expect(await textOfLink()).toBe('Olá Fern & Clay! 100% *sim* & não?\nسلام {typo}')

  await admin.reload()
  await expect(message).toHaveValue('Olá {store}! 100% *sim* & não?\nسلام {typo}')
  await message.fill(rows[0].text)
  await admin.getByRole('button', { name: 'Save messages' }).click()
  await expect.poll(textOfLink).toBe('Hello Fern & Clay, I have a question.')
})

test('the store’s name and the demo store’s switch take effect at once', async ({ admin, page, shop }) => {
  await admin.goto('/admin/settings')
  const switchTo = async (name: string, on: boolean) => {
    await admin.getByLabel('Store name').fill(name)
    await admin.getByRole('switch', { name: 'Demo store' }).setChecked(on)
    const saved = admin.waitForResponse(response => response.request().method() === 'POST')
    await admin.getByRole('button', { name: 'Save settings' }).click()
    await saved
    await expect(admin.getByRole('button', { name: 'Save settings' })).toBeEnabled()
  }
  await switchTo('Bouquet & Söhne', false)
  await expect(admin.getByText('Settings saved. They are in effect.').first()).toBeVisible()
  for (const path of ['/store', '/store/product/1001', '/store/cart', '/store/checkout'])
    expect((await send(shop.url, path)).status, path).toBe(404)
  expect(readLink((await send(shop.url, '/go/chat')).location).text).toContain('Bouquet & Söhne')
  expect((await send(shop.url, '/go/product/1001')).status).toBe(302)

  await switchTo('Fern & Clay', true)
  await expect.poll(async () => (await page.goto('/store'))?.status()).toBe(200)
})

test('a time zone is found and saved by its name of today', async ({ admin, shop }) => {
  const { rows } = await shop.database.query('SELECT time_zone AS zone FROM settings')
  await admin.goto('/admin/settings')
  const zone = admin.getByRole('combobox', { name: 'Time zone' })
  const choose = async (typed: string, label: string) => {
    await zone.click()
    await admin.getByRole('combobox', { name: 'Search…' }).fill(typed)
    await admin.getByRole('option', { name: label }).click()
    await admin.getByRole('button', { name: 'Save settings' }).click()
    await expect(admin.getByText('Settings saved. They are in effect.').first()).toBeVisible()
    await admin.reload()
    await expect(zone).toContainText(label)
  }
  await choose('Kathmandu', 'Asia/Kathmandu')
  await admin.goto('/admin/analytics?range=today')
  await expect(admin.getByRole('heading', { name: 'Clicks', exact: true })).toBeVisible()

  // A store that was set up under the old name keeps it.
  await shop.database.query("UPDATE settings SET time_zone = 'Asia/Calcutta'")
  await admin.goto('/admin/settings')
  await expect(zone).toContainText('Asia/Calcutta')
  await choose('calcutta', 'Asia/Kolkata')
  await choose(rows[0].zone, rows[0].zone.replaceAll('_', ' '))
})

test('two admins change the settings: the second is told, and loses nothing', async ({ admin }) => {
  const other = waitForLife(await admin.context().newPage())
  await admin.goto('/admin/settings')
  await other.goto('/admin/settings')
  const save = (page: typeof admin) => page.getByRole('button', { name: 'Save settings' }).click()
  const name = await admin.getByLabel('Store name').inputValue()
  await other.getByLabel('Store name').fill('Saved first')
  await save(other)
  await expect(other.getByText('Settings saved. They are in effect.')).toBeVisible()

  await admin.getByLabel('Store name').fill('Typed second')
  await save(admin)
  await expect(admin.getByText('changed this page while it was open here')).toBeVisible()
  const row = admin.getByRole('row').filter({ hasText: 'Store name' })
  await expect(row).toContainText('Saved first')
  await expect(row).toContainText('Typed second')
  await admin.getByRole('button', { name: 'Take theirs' }).click()
  await expect(admin.getByLabel('Store name')).toHaveValue('Saved first')
  for (const next of ['Third', name]) {
    await admin.getByLabel('Store name').fill(next)
    await save(admin)
    await expect(admin.getByRole('link', { name: next }).first()).toBeVisible()
  }

  const message = (page: typeof admin) => page.getByLabel('Floating button message')
  await admin.goto('/admin/settings/messages')
  await other.goto('/admin/settings/messages')
  const text = await message(admin).inputValue()
  await message(other).fill('Saved first')
  await other.getByRole('button', { name: 'Save messages' }).click()
  await expect(other.getByText('Messages saved. The next shopper gets them.')).toBeVisible()
  await message(admin).fill('Typed second')
  await admin.getByRole('button', { name: 'Save messages' }).click()
  await expect(admin.getByRole('row').filter({ hasText: 'Typed second' })).toContainText('Saved first')
  await admin.getByRole('button', { name: 'Go on with mine' }).click()
  await message(admin).fill(text)
  await admin.getByRole('button', { name: 'Save messages' }).click()
  await expect(admin.getByText('Messages saved. The next shopper gets them.')).toBeVisible()
  await other.close()
})

test('a setting that makes no sense is refused beside its field, and what was typed stays', async ({
  admin,
}) => {
  await admin.goto('/admin/settings')
  await admin.getByLabel('Store name').fill('   ')
  await admin.getByRole('button', { name: 'Save settings' }).click()
  await expect(admin.getByRole('alert').filter({ hasText: /name/i })).toBeVisible()
  await expect(admin.getByLabel('Store name')).toBeFocused()
})

test('a new password ends every other session, and a new e-mail signs in', async ({ browser }) => {
  test.setTimeout(120_000)
  const shop = await startShop()
  const old = await signIn(shop.url, firstAdmin)
  const here = await browser.newContext({
    baseURL: shop.url,
    storageState: await signIn(shop.url, firstAdmin),
  })
  const elsewhere = await browser.newContext({ baseURL: shop.url, storageState: old })
  try {
    const page = waitForLife(await here.newPage())
    await page.goto('/admin/settings/account')
    const change = async (current: string, next: string, again = next) => {
      await page.getByLabel('Current password').fill(current)
      await page.getByLabel('New password', { exact: true }).fill(next)
      await page.getByLabel('New password again').fill(again)
      await page.getByRole('button', { name: 'Change password' }).click()
    }
    await change('not it', 'another long password')
    await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible()
    await change(firstAdmin.password, 'another long password', 'a different one')
    await expect(page.getByText('The two new passwords differ.')).toBeVisible()
    await change(firstAdmin.password, 'another long password')
    await expect(page.getByText('Password changed. Other browsers are signed out.')).toBeVisible()

    await page.goto('/admin/orders')
    await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible()
    const other = await elsewhere.newPage()
    await other.goto('/admin/orders')
    await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expect(signIn(shop.url, firstAdmin)).rejects.toThrow('401')
    await signIn(shop.url, { ...firstAdmin, password: 'another long password' })

    await page.goto('/admin/settings/account')
    await page.getByLabel('E-mail').fill('ana@example.com')
    await page.getByLabel('Your password').fill('another long password')
    await page.getByRole('button', { name: 'Change e-mail' }).click()
    await expect(page.getByRole('button', { name: 'Account of ana@example.com' })).toBeVisible()
    await signIn(shop.url, { email: 'ana@example.com', password: 'another long password' })
  } finally {
    await here.close()
    await elsewhere.close()
    await shop.stop()
  }
})
