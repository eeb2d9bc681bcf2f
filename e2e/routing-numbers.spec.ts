import { formatNumber } from '../lib/whatsapp/number'
import { addCatalogue, newDigits, settle, unique } from './catalogue'
import { expect, test } from './fixtures'
import { readLink, send } from './raw-request'
import { firstAdmin, type Shop } from './shop'

const whereItGoes = async (shop: Shop, product: number | undefined) =>
  readLink((await send(shop.url, `/go/product/${product}`)).location).digits

/** A category with a rule to a number of its own, and a product in it. */
async function addSeller(shop: Shop, word: string) {
  const category = unique(word)
  const digits = newDigits()
  const { products, rules } = await addCatalogue(shop, {
    categories: { [category]: digits },
    products: [{ name: unique(word), categories: [category] }],
  })
  const { rows } = await shop.database.query('SELECT id FROM numbers WHERE digits = $1', [digits])
  return { category, digits, product: products[0]?.id, rule: rules.get(category), number: Number(rows[0].id) }
}

test('a new phone is one edit for every rule that uses the number', async ({ admin, shop }) => {
  const [shoes, socks] = [unique('Shoes'), unique('Socks')]
  const [before, after] = [newDigits(), newDigits()]
  const label = unique('Ana, Shoes')
  const { products } = await addCatalogue(shop, {
    categories: { [shoes]: before, [socks]: before },
    products: [
      { name: unique('Sandal'), categories: [shoes] },
      { name: unique('Stocking'), categories: [socks] },
    ],
  })
  await admin.goto('/admin/routing/numbers')
  await admin.getByRole('link', { name: `Number ${before.slice(-3)}`, exact: true }).click()
  await expect(admin.getByRole('link', { name: shoes })).toBeVisible()
  await expect(admin.getByRole('link', { name: socks })).toBeVisible()
  await admin.getByLabel('WhatsApp number').fill('0044 7700')
  await admin.getByLabel('Label').fill(label)
  await expect(admin.getByText('Start with the country code, without 0 or 00.')).toBeVisible()
  await admin.getByLabel('WhatsApp number').fill(after)
  await admin.getByRole('button', { name: 'Save number' }).click()
  await expect(admin.getByText('Number saved. It is in effect.')).toBeVisible()
  await expect(admin.getByRole('row').filter({ hasText: label })).toContainText('2 rules')
  for (const product of products) expect(await whereItGoes(shop, product.id)).toBe(after)
})

test('a number is typed once: the same digits again are told whose they are', async ({ admin, shop }) => {
  const { digits } = await addSeller(shop, 'Taken')
  await admin.goto('/admin/routing/numbers/new')
  await admin.getByLabel('Label').fill('Somebody new')
  await admin.getByLabel('WhatsApp number').fill(formatNumber(digits))
  await admin.getByRole('button', { name: 'Add number' }).click()
  await expect(admin.getByText(`on the list already as Number ${digits.slice(-3)}`)).toBeVisible()
  await expect(admin.getByLabel('Label')).toHaveValue('Somebody new')
})

test('a paused number hands on to its backup, and the click says so', async ({ admin, shop }) => {
  const ana = await addSeller(shop, 'Backed')
  const ben = await addSeller(shop, 'Backup')
  await admin.goto(`/admin/routing/numbers/${ana.number}`)
  await admin.getByRole('combobox', { name: 'Backup number' }).click()
  await admin.getByRole('combobox', { name: 'Search numbers' }).fill(ben.digits)
  await admin.getByRole('option').click()
  await admin.getByRole('button', { name: 'Save number' }).click()
  await expect(admin.getByText('Number saved. It is in effect.')).toBeVisible()
  expect(await whereItGoes(shop, ana.product)).toBe(ana.digits)

  const name = `Number ${ana.digits.slice(-3)}`
  const row = admin.getByRole('row').filter({ hasText: formatNumber(ana.digits) })
  await row.getByRole('button', { name: `Actions for ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Pause' }).click()
  await expect(row).toContainText('Paused')
  expect(await whereItGoes(shop, ana.product)).toBe(ben.digits)
  await expect
    .poll(async () => {
      const sql = 'SELECT via FROM click_events WHERE product_id = $1 AND number = $2'
      return (await shop.database.query(sql, [ana.product, ben.digits])).rows[0]?.via
    })
    .toBe('paused>backup')

  // Ben's backup can't be Ana: neither could ever hand on.
  await admin.goto(`/admin/routing/numbers/${ben.number}`)
  await admin.getByLabel('Label').fill('Ben, typed and kept')
  await admin.getByRole('combobox', { name: 'Backup number' }).click()
  await admin.getByRole('combobox', { name: 'Search numbers' }).fill(ana.digits)
  await admin.getByRole('option').click()
  await admin.getByRole('button', { name: 'Save number' }).click()
  await expect(admin.getByText('They would stand in for each other')).toBeVisible()
  await expect(admin.getByLabel('Label')).toHaveValue('Ben, typed and kept')

  await admin.goto(`/admin/routing/numbers/${ana.number}`)
  await admin.getByLabel('Label').fill('Typed before resuming')
  await admin.getByRole('button', { name: 'Resume' }).click()
  await expect(admin.getByRole('button', { name: 'Pause' })).toBeVisible()
  expect(await whereItGoes(shop, ana.product)).toBe(ana.digits)
  await admin.getByRole('button', { name: 'Save number' }).click()
  await expect(row).toContainText('Typed before resuming')
})

test('outside its hours a number hands on; a week is set with the keyboard and copied', async ({
  admin,
  shop,
}) => {
  const { number, product, digits } = await addSeller(shop, 'Hours')
  await admin.goto(`/admin/routing/numbers/${number}`)
  const hours = admin.getByRole('switch', { name: 'Only at certain hours' })
  await hours.focus()
  await admin.keyboard.press('Space')
  await expect(hours).toBeChecked()
  await admin.getByRole('button', { name: 'Clear the week' }).click()
  await admin.getByRole('button', { name: 'Save number' }).click()
  await expect(admin.getByText('Open at least once a week')).toBeVisible()

  // An hour that is half a week away, wherever in the week this test runs.
  const away = (new Date().getUTCDay() + 2) % 7
  const day = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][away]
  await admin.getByRole('button', { name: `Add hours on ${day}` }).click()
  await admin.getByLabel(`${day}: opens`).fill('22:00')
  await admin.getByLabel(`${day}: closes`).fill('02:00')
  await expect(admin.getByText(/^until \w+day$/)).toBeVisible()
  await admin.getByRole('button', { name: 'Save number' }).click()
  await expect(admin.getByText('Number saved. It is in effect.')).toBeVisible()
  await expect(admin.getByRole('row').filter({ hasText: formatNumber(digits) })).toContainText(
    'Closed, opens',
  )
  expect(await whereItGoes(shop, product)).not.toBe(digits)

  await admin.goto(`/admin/routing/numbers/${number}`)
  await admin.getByLabel(`${day}: opens`).fill('00:00')
  await admin.getByLabel(`${day}: closes`).fill('00:00')
  await expect(admin.getByText('all day', { exact: true })).toBeVisible()
  await admin.getByRole('button', { name: `Copy ${day}’s hours` }).click()
  await admin.getByRole('menuitem', { name: 'Copy to all days' }).click()
  await expect(admin.getByText('all day', { exact: true })).toHaveCount(7)
  await admin.getByRole('button', { name: 'Save number' }).click()
  await expect(admin.getByRole('row').filter({ hasText: formatNumber(digits) })).toContainText('Always open')
  expect(await whereItGoes(shop, product)).toBe(digits)
})

test('archiving a number asks where its rules go', async ({ admin, shop }) => {
  const leaver = await addSeller(shop, 'Leaver')
  const heir = await addSeller(shop, 'Heir')
  await admin.goto(`/admin/routing/numbers/${leaver.number}`)
  await admin.getByRole('button', { name: 'Archive' }).click()
  const dialog = admin.getByRole('dialog', { name: `Archive Number ${leaver.digits.slice(-3)}?` })
  await expect(dialog).toContainText('It is used by 1 rule.')
  await dialog.getByRole('combobox', { name: 'What it does goes to' }).click()
  await admin.getByRole('combobox', { name: 'Search numbers' }).fill(heir.digits)
  await admin.getByRole('option').click()
  await dialog.getByRole('button', { name: 'Archive number' }).click()
  await expect(admin).toHaveURL(/\/admin\/routing\/numbers$/)
  await expect(admin.getByRole('row').filter({ hasText: formatNumber(heir.digits) })).toContainText('2 rules')
  await expect(admin.getByRole('row').filter({ hasText: formatNumber(leaver.digits) })).toHaveCount(0)
  expect(await whereItGoes(shop, leaver.product)).toBe(heir.digits)
})

test('a test opens WhatsApp and notes who made it', async ({ admin, shop }) => {
  const { digits } = await addSeller(shop, 'Tested')
  await admin.goto('/admin/routing/numbers')
  const row = admin.getByRole('row').filter({ hasText: formatNumber(digits) })
  await expect(row).toContainText('Never')
  const opened = admin.context().waitForEvent('page')
  await row.getByRole('link', { name: 'in WhatsApp' }).click()
  await (await opened).close()
  await expect(row).toContainText(`by ${firstAdmin.email}`)
})

test('two admins edit a number: the second sees both versions and decides', async ({ admin, shop }) => {
  const { number, digits } = await addSeller(shop, 'Shared')
  await admin.goto(`/admin/routing/numbers/${number}`)
  await shop.database.query("UPDATE numbers SET label = 'Saved first', updated_at = now() WHERE id = $1", [
    number,
  ])
  await settle(shop)
  await admin.getByLabel('Label').fill('Typed second')
  await admin.getByRole('button', { name: 'Save number' }).click()
  await expect(admin.getByText('changed this number while it was open here')).toBeVisible()
  const row = admin.getByRole('row').filter({ hasText: 'Label' })
  await expect(row).toContainText('Saved first')
  await expect(row).toContainText('Typed second')
  await admin.getByRole('button', { name: 'Take theirs' }).click()
  await expect(admin.getByLabel('Label')).toHaveValue('Saved first')
  await admin.getByLabel('Label').fill('Typed second')
  await admin.getByRole('button', { name: 'Save number' }).click()
  await expect(admin.getByRole('row').filter({ hasText: formatNumber(digits) })).toContainText('Typed second')
})

test('a number that makes no sense is told after the press on the button, not under it', async ({
  admin,
}) => {
  await admin.goto('/admin/routing/numbers/new')
  await admin.getByLabel('WhatsApp number').fill('12')
  const sent = admin.waitForRequest(request => request.method() === 'POST')
  await admin.getByRole('button', { name: 'Add number' }).click({ delay: 300 })
  await sent
  await expect(admin.getByLabel('WhatsApp number')).toHaveAttribute('aria-invalid', 'true')
  await expect(admin.getByLabel('WhatsApp number')).toBeFocused()
})

test('a half-filled form is not left by a link without a question', async ({ admin }) => {
  await admin.goto('/admin/routing/numbers/new')
  await admin.getByLabel('Label').fill('Half a label')
  const routing = admin.getByRole('link', { name: 'Routing', exact: true }).first()
  admin.once('dialog', dialog => dialog.dismiss())
  await routing.click()
  await expect(admin.getByLabel('Label')).toHaveValue('Half a label')
  await expect(admin).toHaveURL(/\/numbers\/new$/)
  admin.once('dialog', dialog => dialog.accept())
  await routing.click()
  await expect(admin).toHaveURL(/\/admin\/routing$/)
})
