import { expect, test, untilAlive } from './fixtures'
import { firstAdmin } from './shop'

async function fillIn(page: import('@playwright/test').Page, password: string, email = firstAdmin.email) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('the first admin signs in, and out again', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/login$/)
  await fillIn(page, firstAdmin.password)
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await expect(page).toHaveURL(/\/admin$/)
  await page.goto('/login')
  await expect(page).toHaveURL(/\/admin$/)

  await untilAlive(page)
  await page.getByRole('button', { name: `Account of ${firstAdmin.email}` }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.goto('/admin/orders')
  await expect(page).toHaveURL(/\/login\?next=/)
})

test('signing in leads on to the page that was asked for, never off the site', async ({ page, shop }) => {
  await page.goto('/admin/orders?status=new')
  await fillIn(page, firstAdmin.password)
  await expect(page).toHaveURL(`${shop.url}/admin/orders?status=new`)
  await page.context().clearCookies()
  await page.goto('/login?next=https://evil.example/')
  await fillIn(page, firstAdmin.password)
  await expect(page).toHaveURL(`${shop.url}/admin`)
})

test('a session that ends while a form is open leads back to the form', async ({ page, shop }) => {
  const form = `${shop.url}/admin/routing/numbers/new`
  await page.goto('/admin/routing/numbers/new')
  await fillIn(page, firstAdmin.password)
  await expect(page).toHaveURL(form)
  await untilAlive(page)
  await page.context().clearCookies()
  await page.getByLabel('Label').fill('Too late')
  await page.getByRole('button', { name: 'Add number' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await fillIn(page, firstAdmin.password)
  await expect(page).toHaveURL(form)
})

test('a wrong password is answered calmly, then made to wait', async ({ page }) => {
  await page.goto('/login')
  await fillIn(page, 'not the password')
  await expect(page.getByText('This e-mail and password do not match.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(firstAdmin.email)
  await fillIn(page, 'not the password', 'nobody@example.com')
  await expect(page.getByText('This e-mail and password do not match.')).toBeVisible()
  const limited = page.getByText(/^Too many attempts\. Try again in \d+ (minutes?|seconds?)\.$/)
  for (let attempt = 0; attempt < 6; attempt++) {
    const answer = page.waitForResponse(response => response.url().includes('/api/auth/callback/'))
    await fillIn(page, `wrong ${attempt}`)
    await answer
  }
  await expect(limited).toBeVisible()
  await fillIn(page, firstAdmin.password)
  await expect(limited).toBeVisible()
})

test('a password never ends up in an address', async ({ browser, shop }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/login')
  await fillIn(page, firstAdmin.password)
  await expect(page).toHaveURL(`${shop.url}/login`)
  await context.close()
})
