import { formatNumber } from '../lib/whatsapp/number'
import { addCatalogue, newDigits, settle, unique } from './catalogue'
import { expect, tap, test } from './fixtures'
import { readLink, send } from './raw-request'

test('a rule takes effect on the product’s button the moment it is saved, until it is paused or archived', async ({
  admin,
  page,
  shop,
}) => {
  const category = unique('Shoes')
  const digits = newDigits()
  const { products } = await addCatalogue(shop, {
    categories: { [category]: null },
    products: [{ name: unique('Sandal'), categories: [category] }],
  })
  const product = products[0]?.id
  const whereItGoes = async () => readLink((await send(shop.url, `/go/product/${product}`)).location).digits
  const usual = await whereItGoes()
  expect(usual).not.toBe(digits)

  await admin.goto('/admin/routing')
  await admin.getByRole('link', { name: 'Add rule' }).click()
  await admin.getByRole('combobox', { name: 'Category' }).click()
  await admin.getByRole('combobox', { name: 'Search categories' }).fill(category)
  await admin.getByRole('option', { name: category }).click()
  const number = admin.getByLabel('WhatsApp number')
  await number.fill('0044 7700')
  await number.blur()
  await expect(admin.getByText('Start with the country code, without 0 or 00.')).toBeVisible()
  await number.fill(`+${digits}`)
  await expect(admin.getByText(formatNumber(digits), { exact: true })).toBeVisible()
  await expect(admin.getByRole('link', { name: 'Open in WhatsApp' })).toHaveAttribute(
    'href',
    `https://wa.me/${digits}`,
  )
  await admin.getByLabel('Label').fill('Ana, Shoes')
  await admin.getByRole('button', { name: 'Add rule' }).click()
  await expect(admin.getByText('Rule added. It is in effect.')).toBeVisible()
  await page.goto(`/store/product/${product}`)
  const link = await tap(page, page.getByRole('link', { name: 'Order on WhatsApp' }))
  expect(readLink(link).digits).toBe(digits)

  const row = admin.getByRole('row').filter({ hasText: category })
  await expect(row).toContainText('Ana, Shoes')
  await row.getByRole('button', { name: `Actions for ${category}` }).click()
  await admin.getByRole('menuitem', { name: 'Pause' }).click()
  await expect(row).toContainText('Paused')
  expect(await whereItGoes()).toBe(usual)

  await row.getByRole('button', { name: `Actions for ${category}` }).click()
  await admin.getByRole('menuitem', { name: 'Resume' }).click()
  await expect(row).toContainText('Active')
  expect(await whereItGoes()).toBe(digits)

  await row.getByRole('button', { name: `Actions for ${category}` }).click()
  await admin.getByRole('menuitem', { name: 'Archive' }).click()
  const question = admin.getByRole('alertdialog', { name: `Archive the rule for ${category}?` })
  await expect(question).toContainText('will go to the default number')
  await question.getByRole('button', { name: 'Archive rule' }).click()
  // While the question is open everything behind it is out of reach, the row too.
  await expect(question).toBeHidden()
  await expect(row).toHaveCount(0)
  expect(await whereItGoes()).toBe(usual)
})

test('a rule can be sent to another number; a category has one rule at most', async ({ admin, shop }) => {
  const category = unique('Bags')
  const digits = newDigits()
  const { products, rules } = await addCatalogue(shop, {
    categories: { [category]: newDigits() },
    products: [{ name: unique('Tote'), categories: [category] }],
  })

  await admin.goto(`/admin/routing/${rules.get(category)}`)
  await admin.getByLabel('WhatsApp number').fill(digits)
  await admin.getByRole('button', { name: 'Save rule' }).click()
  await expect(admin.getByText('Rule saved. It is in effect.')).toBeVisible()
  const { location } = await send(shop.url, `/go/product/${products[0]?.id}`)
  expect(readLink(location).digits).toBe(digits)

  await admin.goto('/admin/routing/new')
  await admin.getByRole('combobox', { name: 'Category' }).click()
  await admin.getByRole('combobox', { name: 'Search categories' }).fill(category)
  const option = admin.getByRole('option', { name: category })
  await expect(option).toContainText('has a rule')
  await expect(option).toBeDisabled()
})

test('what is missing is said beside its field, and nothing typed is lost', async ({ admin, shop }) => {
  const category = unique('Hats')
  await addCatalogue(shop, { categories: { [category]: null }, products: [] })
  await admin.goto('/admin/routing/new')
  await admin.getByLabel('Label').fill('Ben, Hats')
  await admin.getByLabel('WhatsApp number').fill('12ab')
  await admin.getByRole('button', { name: 'Add rule' }).click()
  await expect(admin.getByText('Choose a category')).not.toHaveCount(0)
  await expect(admin.getByText('Use digits only, with the country code first.')).toBeVisible()
  await expect(admin.getByLabel('WhatsApp number')).toHaveValue('12ab')
  await expect(admin.getByLabel('Label')).toHaveValue('Ben, Hats')
  await expect(admin).toHaveURL(/\/admin\/routing\/new$/)
})

test('a rule can be added with the keyboard alone', async ({ admin, shop }) => {
  const category = unique('Belts')
  const digits = newDigits()
  const { products } = await addCatalogue(shop, {
    categories: { [category]: null },
    products: [{ name: unique('Belt'), categories: [category] }],
  })
  await admin.goto('/admin/routing')
  await admin.getByRole('link', { name: 'Add rule' }).focus()
  await admin.keyboard.press('Enter')
  await expect(admin.getByRole('heading', { name: 'Add rule' })).toBeVisible()

  await tabTo(admin.getByRole('combobox', { name: 'Category' }))
  await admin.keyboard.press('Enter')
  await expect(admin.getByRole('combobox', { name: 'Search categories' })).toBeFocused()
  await admin.keyboard.type(category)
  await expect(admin.getByRole('option', { name: category })).toBeVisible()
  await admin.keyboard.press('Enter')
  await expect(admin.getByRole('combobox', { name: 'Category' })).toContainText(category)
  await tabTo(admin.getByLabel('WhatsApp number'))
  await admin.keyboard.type(digits)
  await admin.keyboard.press('Enter')
  await expect(admin.getByText('Rule added. It is in effect.')).toBeVisible()
  expect(readLink((await send(shop.url, `/go/product/${products[0]?.id}`)).location).digits).toBe(digits)

  async function tabTo(target: ReturnType<typeof admin.getByLabel>) {
    for (let presses = 0; presses < 40; presses++) {
      if (await target.evaluate(element => element === document.activeElement)) return
      await admin.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
})

test('the default number is changed on the routing page', async ({ admin, shop }) => {
  const digits = newDigits()
  const { rows } = await shop.database.query('SELECT default_number_id AS id FROM settings')
  try {
    await admin.goto('/admin/routing')
    await admin.getByRole('button', { name: 'Change' }).click()
    const dialog = admin.getByRole('dialog', { name: 'Change the default number' })
    await dialog.getByLabel('WhatsApp number').fill(digits)
    await dialog.getByRole('button', { name: 'Save number' }).click()
    await expect(admin.getByText('Default number saved. It is in effect.')).toBeVisible()
    expect(readLink((await send(shop.url, '/go/chat')).location).digits).toBe(digits)
  } finally {
    await shop.database.query('UPDATE settings SET default_number_id = $1', [rows[0].id])
    await settle(shop)
  }
})
