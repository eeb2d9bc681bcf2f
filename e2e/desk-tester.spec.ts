import { formatNumber } from '../lib/whatsapp/number'
import { addCatalogue, newDigits, settle, unique } from './catalogue'
import { countClicks } from './clicks'
import { expect, test } from './fixtures'
import { send } from './raw-request'

const officeHours = JSON.stringify([...Array(5).fill([{ from: 540, to: 1080 }]), [], []])

test('the tester tells number, steps, message and link as it is typed, and records nothing', async ({
  admin,
  shop,
}) => {
  const [first, second] = [unique('First'), unique('Second')]
  const digits = newDigits()
  const name = unique('Shared lamp')
  const { products } = await addCatalogue(shop, {
    categories: { [first]: digits, [second]: newDigits() },
    products: [{ name, categories: [first, second], url: `https://shop.example/${unique('lamp')}/` }],
  })
  const clicks = await countClicks(shop)
  await admin.goto('/admin/routing/tester')
  const field = admin.getByLabel('Product, cart, link or page')
  await field.pressSequentially(name)
  await expect(admin.getByText(`Rule for ${first}.`)).toBeVisible()
  await expect(admin).toHaveURL(/tester\?q=Shared/)
  await expect(admin.getByText(formatNumber(digits)).first()).toBeVisible()
  await expect(admin.getByRole('listitem').filter({ hasText: second })).toContainText(
    'but an earlier category decides',
  )
  await expect(admin.getByText(`*${name}*`).or(admin.locator('strong', { hasText: name }))).toBeVisible()
  const { location } = await send(shop.url, `/go/product/${products[0]?.id}`)
  await expect(admin.getByRole('link', { name: 'Open in WhatsApp' })).toHaveAttribute('href', location)
  await admin.getByLabel('Device').selectOption('Computer')
  await expect(admin.getByText('the click counts as one from a computer')).toBeVisible()
  await expect(admin.getByRole('link', { name: 'Open in WhatsApp' })).toHaveAttribute('href', location)

  const { rows } = await shop.database.query('SELECT url FROM products WHERE id = $1', [products[0]?.id])
  for (const asked of [rows[0].url, `${shop.url}/go/product/${products[0]?.id}?qty=3`]) {
    await field.fill(asked)
    await expect(admin.getByText(`/go/product/${products[0]?.id}`).first()).toBeVisible()
    await expect(admin.getByText(`Rule for ${first}.`)).toBeVisible()
  }
  await field.fill('no such thing anywhere')
  await expect(admin.getByRole('heading', { name: 'No product has this id, name or SKU' })).toBeVisible()
  // The redirect above is the one click.
  await expect.poll(() => countClicks(shop)).toBe(clicks + 1)
})

test('at another moment the tester goes to the backup, and says when the number opens again', async ({
  admin,
  shop,
}) => {
  const category = unique('Boots')
  const [digits, backup] = [newDigits(), newDigits()]
  const { products } = await addCatalogue(shop, {
    categories: { [category]: digits },
    products: [{ name: unique('Boot'), categories: [category] }, { name: unique('Lace') }],
  })
  await shop.database.query(
    `WITH backup AS (INSERT INTO numbers (digits, label) VALUES ($2, 'Night desk') RETURNING id)
     UPDATE numbers SET label = 'Ana, Boots', hours = $3::jsonb, time_zone = 'UTC',
       backup_number_id = (SELECT id FROM backup) WHERE digits = $1`,
    [digits, backup, officeHours],
  )
  await settle(shop)
  const [boot, lace] = products.map(({ id }) => id)
  await admin.goto(`/admin/routing/tester?q=${lace}:1,${boot}:2`)
  await admin.getByLabel('When').selectOption('On a weekday')
  await admin.getByLabel('Weekday').selectOption('Sunday')
  await admin.getByLabel('Time', { exact: true }).fill('23:30')
  await admin.getByLabel('In the time of').click()
  await admin.getByRole('combobox', { name: 'Search time zones' }).fill('UTC')
  await admin.getByRole('option', { name: /^UTC/ }).click()
  await expect(admin.getByText(formatNumber(backup)).first()).toBeVisible()
  await expect(
    admin.getByText(/Ana, Boots is closed: it is Sunday 23:30 in UTC and opens Monday 09:00/),
  ).toBeVisible()
  await expect(admin.getByText(/Its backup Night desk takes it/)).toBeVisible()

  await admin.getByLabel('Weekday').selectOption('Tuesday')
  await admin.getByLabel('Time', { exact: true }).fill('10:00')
  await expect(admin.getByText(formatNumber(digits)).first()).toBeVisible()
  await expect(admin.getByText(/Ana, Boots takes it/)).toBeVisible()
  await expect(admin).toHaveURL(/when=weekday&day=2&time=10%3A00/)

  await admin.reload()
  await expect(admin.getByLabel('Weekday')).toHaveValue('2')
  await expect(admin.getByText(/Ana, Boots takes it/)).toBeVisible()
})

test('while its scripts are on their way the tester is a plain form', async ({ browser, session, shop }) => {
  const category = unique('Plain')
  const { products } = await addCatalogue(shop, {
    categories: { [category]: newDigits() },
    products: [{ name: unique('Plain thing'), categories: [category] }],
  })
  const context = await browser.newContext({ storageState: session })
  const page = await context.newPage()
  await page.route('**/_next/static/**/*.js', route => route.abort())
  await page.goto(`${shop.url}/admin/routing/tester`)
  await page.getByLabel('Product, cart, link or page').fill(String(products[0]?.id))
  await page.getByRole('button', { name: 'Test' }).click()
  await expect(page.getByText(`Rule for ${category}.`)).toBeVisible()
  await context.close()
})

test('what the tester says a link leads to is what the redirect answers, now', async ({ admin, shop }) => {
  const [a, b] = [unique('A'), unique('B')]
  const { products } = await addCatalogue(shop, {
    categories: { [a]: null, [b]: newDigits() },
    products: [
      { name: unique('One'), categories: [a], price: '5' },
      { name: unique('Two'), categories: [b, a], price: '7.5' },
    ],
  })
  const [one, two] = products.map(({ id }) => id)
  for (const link of [`/go/product/${one}`, `/go/cart?items=${one}:3,${two}:2`, '/go/chat', '/go/cart']) {
    await admin.goto(`/admin/routing/tester?q=${encodeURIComponent(link)}`)
    const { location } = await send(shop.url, link)
    await expect(admin.getByRole('link', { name: 'Open in WhatsApp' })).toHaveAttribute('href', location)
  }
})
