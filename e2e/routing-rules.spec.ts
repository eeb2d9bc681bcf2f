import { readFile } from 'node:fs/promises'
import { formatNumber } from '../lib/whatsapp/number'
import { addCatalogue, newDigits, settle, unique } from './catalogue'
import { expect, test } from './fixtures'
import { readLink, send } from './raw-request'
import type { Shop } from './shop'

const whereItGoes = async (shop: Shop, product: number | undefined) =>
  readLink((await send(shop.url, `/go/product/${product}`)).location).digits

test('many rules at once: found by words, sent to a number, paused, resumed and archived', async ({
  admin,
  shop,
}) => {
  const word = unique('Bulk')
  const [hats, caps] = [`${word} hats`, `${word} caps`]
  const digits = newDigits()
  const { products } = await addCatalogue(shop, {
    categories: { [hats]: newDigits(), [caps]: newDigits() },
    products: [
      { name: unique('Hat'), categories: [hats] },
      { name: unique('Cap'), categories: [caps] },
    ],
  })
  const all = () => Promise.all(products.map(({ id }) => whereItGoes(shop, id)))
  await admin.goto('/admin/routing')
  await admin.getByRole('searchbox', { name: 'Search rules' }).fill(word.toUpperCase())
  await expect(admin.getByRole('row')).toHaveCount(3)
  await expect(admin).toHaveURL(/\?q=Bulk/i)
  await admin.getByRole('checkbox', { name: 'Select all 2 rules' }).check()
  const bar = admin.getByRole('region', { name: 'Selected rules' })
  await expect(bar).toContainText('2 rules selected')

  await bar.getByRole('button', { name: 'Send to…' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Send 2 categories to a number' })
  await dialog.getByLabel('WhatsApp number').fill(digits)
  await dialog.getByLabel('Label').fill(unique('Hugo, heads'))
  await dialog.getByRole('button', { name: 'Send them there' }).click()
  await expect(dialog).toBeHidden()
  expect(await all()).toEqual([digits, digits])

  await admin.getByRole('checkbox', { name: 'Select all 2 rules' }).check()
  await bar.getByRole('button', { name: 'Pause' }).click()
  await expect(admin.getByText('2 rules paused.')).toBeVisible()
  expect(await all()).not.toContain(digits)
  await admin.getByRole('combobox', { name: 'Status' }).selectOption('Paused')
  await admin.getByRole('checkbox', { name: `Select ${hats}` }).check()
  await bar.getByRole('button', { name: 'Resume' }).click()
  await expect(admin.getByText('1 rule resumed.')).toBeVisible()
  expect((await all())[0]).toBe(digits)

  // The address holds the filters: a reload shows the same.
  await expect(admin).toHaveURL(/state=paused/)
  await admin.reload()
  await expect(admin.getByRole('row')).toHaveCount(2)
  await admin.getByRole('checkbox', { name: `Select ${caps}` }).check()
  await bar.getByRole('button', { name: 'Archive' }).click()
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Archive 1 rule' }).click()
  await expect(admin.getByText('1 rule archived.')).toBeVisible()
  await expect(admin.getByText('No rule found')).toBeVisible()
})

test('a rule covers its subcategories when told to; the nearest rule wins', async ({ admin, shop }) => {
  const [top, middle, ruled] = [unique('Clothing'), unique('Trousers'), unique('Shorts')]
  const [digits, nearer] = [newDigits(), newDigits()]
  const { products, categories, rules } = await addCatalogue(shop, {
    categories: { [top]: digits, [middle]: null, [ruled]: nearer },
    products: [
      { name: unique('Chino'), categories: [middle] },
      { name: unique('Bermuda'), categories: [ruled] },
    ],
  })
  await shop.database.query('UPDATE categories SET parent_id = $1 WHERE id = ANY($2)', [
    categories.get(top),
    [categories.get(middle), categories.get(ruled)],
  ])
  await settle(shop)
  expect(await whereItGoes(shop, products[0]?.id)).not.toBe(digits)
  await admin.goto(`/admin/routing/${rules.get(top)}`)
  await admin.getByRole('switch', { name: 'Cover its subcategories' }).check()
  await expect(admin.getByText(`Also covers ${middle}`)).toBeVisible()
  await admin.getByRole('button', { name: 'Save rule' }).click()
  await expect(admin.getByText('Rule saved. It is in effect.')).toBeVisible()
  expect(await whereItGoes(shop, products[0]?.id)).toBe(digits)
  expect(await whereItGoes(shop, products[1]?.id)).toBe(nearer)
})

test('two admins edit a rule: the second is told, sees both versions and loses nothing', async ({
  admin,
  shop,
}) => {
  const category = unique('Shared rule')
  const [first, second] = [newDigits(), newDigits()]
  const { rules, products } = await addCatalogue(shop, {
    categories: { [category]: newDigits() },
    products: [{ name: unique('Thing'), categories: [category] }],
  })
  const path = `/admin/routing/${rules.get(category)}`
  const other = await admin.context().newPage()
  await admin.goto(path)
  await admin.getByLabel('WhatsApp number').fill(second)
  await admin.getByLabel('Label').fill('Typed by the second')
  await other.goto(path)
  await other.getByLabel('WhatsApp number').fill(first)
  await other.getByRole('button', { name: 'Save rule' }).click()
  await expect(other.getByText('Rule saved. It is in effect.')).toBeVisible()

  await admin.getByRole('button', { name: 'Save rule' }).click()
  await expect(admin.getByText('owner@example.com changed this rule while it was open here')).toBeVisible()
  const versions = admin.getByRole('row').filter({ hasText: 'Number' })
  await expect(versions).toContainText(formatNumber(first))
  await expect(versions).toContainText(second)
  await expect(admin.getByLabel('Label')).toHaveValue('Typed by the second')
  expect(await whereItGoes(shop, products[0]?.id)).toBe(first)

  await admin.getByRole('button', { name: 'Go on with mine' }).click()
  await admin.getByRole('button', { name: 'Save rule' }).click()
  await expect(admin.getByText('Rule saved. It is in effect.')).toBeVisible()
  expect(await whereItGoes(shop, products[0]?.id)).toBe(second)
})

test('a number in use is chosen by its name', async ({ admin, shop }) => {
  const [category, taken] = [unique('Belts'), unique('Ties')]
  const digits = newDigits()
  const { products } = await addCatalogue(shop, {
    categories: { [category]: null, [taken]: digits },
    products: [{ name: unique('Belt'), categories: [category] }],
  })
  const { rows } = await shop.database.query('SELECT id FROM categories WHERE name = $1', [category])
  await admin.goto(`/admin/routing/new?category=${rows[0].id}`)
  await expect(admin.getByRole('combobox', { name: 'Category' })).toContainText(category)
  const number = admin.getByLabel('WhatsApp number')
  await number.fill(`number ${digits.slice(-3)}`)
  await expect(admin.getByRole('option', { name: `Number ${digits.slice(-3)}` })).toBeVisible()
  await number.press('ArrowDown')
  await number.press('Enter')
  await expect(number).toHaveValue(formatNumber(digits))
  await expect(admin.getByText('in 1 rule')).toBeVisible()
  await expect(admin.getByLabel('Label')).toHaveCount(0)
  await admin.getByRole('button', { name: 'Add rule' }).click()
  await expect(admin.getByText('Rule added. It is in effect.')).toBeVisible()
  expect(await whereItGoes(shop, products[0]?.id)).toBe(digits)
})

test('rules go out as a file and come back, all or nothing, with a preview', async ({ admin, shop }) => {
  const [kept, added] = [unique('Kept'), unique('Added')]
  const [before, after, fresh] = [newDigits(), newDigits(), newDigits()]
  const { products } = await addCatalogue(shop, {
    categories: { [kept]: before, [added]: null },
    products: [
      { name: unique('Old'), categories: [kept] },
      { name: unique('New'), categories: [added] },
    ],
  })
  await admin.goto('/admin/routing/import')
  const download = admin.waitForEvent('download')
  await admin.getByRole('link', { name: 'Export the rules' }).click()
  const exported = await readFile(await (await download).path(), 'utf8')
  const line = exported.split('\r\n').find(text => text.startsWith(kept)) ?? ''
  expect(line).toContain(formatNumber(before).slice(1))

  const head = exported.split('\r\n')[0]
  const file = (...lines: string[]) => ({
    name: 'rules.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([head, ...lines].join('\r\n')),
  })
  const changed = line.replace(formatNumber(before).slice(1), after)
  const news = `${added},${fresh},"Ana, new",yes,no`
  await admin.getByLabel('Choose a CSV file').setInputFiles(file(changed, 'No such category,12,,,', news))
  await expect(admin.getByText('1 line can’t be used, so nothing can be imported yet')).toBeVisible()
  const bad = admin.getByRole('row').filter({ hasText: 'No such category' })
  await expect(bad).toContainText('3')
  await expect(bad).toContainText('Too short')
  await expect(admin.getByRole('button', { name: /^Import/ })).toBeDisabled()

  await admin.getByRole('button', { name: 'Choose another file' }).click()
  await admin.getByLabel('Choose a CSV file').setInputFiles(file(changed, news))
  await expect(admin.getByRole('row').filter({ hasText: kept })).toContainText(`now Number`)
  await expect(admin.getByRole('row').filter({ hasText: added })).toContainText('covers its subcategories')
  expect(await whereItGoes(shop, products[0]?.id)).toBe(before)
  await admin.getByRole('button', { name: 'Import 2 rules' }).click()
  await expect(admin.getByText('Imported: 1 added, 1 changed. It is in effect.')).toBeVisible()
  expect(await whereItGoes(shop, products[0]?.id)).toBe(after)
  expect(await whereItGoes(shop, products[1]?.id)).toBe(fresh)
})
