import { addCatalogue, newDigits, settle, unique } from './catalogue'
import { expect, test } from './fixtures'
import { readLink, send } from './raw-request'

const header =
  'ID,Type,SKU,Name,Published,"Sale price","Regular price",Categories,Images,Parent,"Attribute 1 name","Attribute 1 value(s)"'

let lastId = 300_000 + (process.pid % 1000) * 100
function newId(): number {
  lastId += 1
  return lastId
}

/** A WooCommerce export: a simple product in two categories, a variable one with two variations, a draft. */
function wooExport(names: { lamp: string; shirt: string; category: string }) {
  const [lamp, shirt, red, blue, draft] = Array.from({ length: 5 }, newId)
  const lines = [
    header,
    `${lamp},simple,LAMP-${lamp},"${names.lamp}, ""big""",1,,"1,299.50","${names.category} > Lamps, ${names.category}",https://shop.example/lamp.jpg,,,`,
    `${shirt},variable,SHIRT-${shirt},${names.shirt},1,,,${names.category} > Shirts,,,Colour,"Red, Blue"`,
    `${red},variation,,${names.shirt} - Red,1,,20.00,,,id:${shirt},Colour,Red`,
    `${blue},variation,,${names.shirt} - Blue,1,18.00,20.00,,,id:${shirt},Colour,Blue`,
    `${draft},simple,,Broken line without a price,1,,not a price,,,,,`,
    'none,simple,,A line without an id,1,,5.00,,,,,',
  ]
  return { csv: `\uFEFF${lines.join('\r\n')}\r\n`, lamp, shirt, red, blue, draft }
}

test('a WooCommerce export is checked, imported, and its products’ links route at once', async ({
  admin,
  shop,
}) => {
  const names = { lamp: unique('Lamp'), shirt: unique('Shirt'), category: unique('Imported') }
  const { csv, lamp, shirt, blue } = wooExport(names)
  const file = { name: 'wc-product-export.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }

  await admin.goto('/admin/products/import')
  await admin.getByLabel('Choose a CSV file').setInputFiles(file)
  await expect(admin.getByRole('heading', { name: 'Check before you import' })).toBeVisible()
  await expect(admin.getByRole('row').filter({ hasText: String(lamp) })).toContainText('Lamps')
  await expect(
    admin
      .getByText(`${names.category} > Lamps`)
      .or(admin.getByText(`${names.category} › Lamps`))
      .first(),
  ).toBeVisible()
  expect((await shop.database.query('SELECT FROM products WHERE id = $1', [lamp])).rowCount).toBe(0)
  await admin.getByRole('button', { name: /^Import \d+ products$/ }).click()
  await expect(admin.getByText(/^\d+ products imported$/)).toBeVisible()
  await expect(admin.getByText('1 line was skipped.')).toBeVisible()

  const { rows } = await shop.database.query(
    `SELECT id::int, name, price::float8, parent_id::int FROM products WHERE id = ANY($1) ORDER BY id`,
    [[lamp, shirt, blue]],
  )
  expect(rows).toEqual([
    { id: lamp, name: `${names.lamp}, "big"`, price: 1299.5, parent_id: null },
    { id: shirt, name: names.shirt, price: null, parent_id: null },
    { id: blue, name: `${names.shirt} - Blue`, price: 18, parent_id: shirt },
  ])
  const message = readLink(
    (await send(shop.url, `/go/product/${shirt}?variation=${blue}&qty=2`)).location,
  ).text
  expect(message).toContain(names.shirt)
  expect(message).toContain('£18.00')

  const digits = newDigits()
  await shop.database.query(
    `WITH number AS (INSERT INTO numbers (digits) VALUES ($1) RETURNING id)
     INSERT INTO routing_rules (category_id, number_id)
     SELECT c.id, number.id FROM number, categories c JOIN categories parent ON parent.id = c.parent_id
     WHERE c.name = 'Lamps' AND parent.name = $2`,
    [digits, names.category],
  )
  await settle(shop)
  expect(readLink((await send(shop.url, `/go/product/${lamp}`)).location).digits).toBe(digits)
  expect(readLink((await send(shop.url, `/go/product/${shirt}`)).location).digits).not.toBe(digits)

  await admin.goto('/admin/products/import')
  await admin.getByLabel('Choose a CSV file').setInputFiles(file)
  await expect(admin.getByText('Everything is up to date')).toBeVisible()
  await expect(admin.getByRole('button', { name: /^Import/ })).toHaveCount(0)
})

const refused = [
  {
    what: 'a spreadsheet',
    name: 'products.xlsx',
    body: Buffer.from('PK\u0003\u0004 and more', 'latin1'),
    says: /spreadsheet or a ZIP file, not a CSV/,
  },
  {
    what: 'a picture',
    name: 'photo.csv',
    body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 0]),
    says: /not a CSV file/,
  },
  { what: 'nothing', name: 'empty.csv', body: Buffer.alloc(0), says: /empty/ },
  {
    what: 'a web page',
    name: 'login.csv',
    body: Buffer.from('<!DOCTYPE html><title>Log in</title>'),
    says: /web page/,
  },
]

for (const { what, name, body, says } of refused) {
  test(`${what} is refused in one clear sentence`, async ({ admin }) => {
    await admin.goto('/admin/products/import')
    await admin.getByLabel('Choose a CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: body })
    await expect(admin.getByText(says)).toBeVisible()
  })
}

test('a Shopify export is named as one', async ({ admin }) => {
  const csv = [
    'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src',
    'ocean-shirt,Ocean Shirt,<p>x</p>,Acme,Apparel > Shirts,Shirt,summer,TRUE,Size,M,OS-M,50.00,https://x.example/a.jpg',
    'ocean-shirt,,,,,,,,Size,L,OS-L,50.00,',
  ].join('\n')
  await admin.goto('/admin/products/import')
  await admin
    .getByLabel('Choose a CSV file')
    .setInputFiles({ name: 'products_export.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(admin.getByText(/Shopify/).first()).toBeVisible()
  await expect(admin.getByRole('button', { name: /^Import \d/ })).toHaveCount(0)
})

test('a product is added by hand, found, edited and archived', async ({ admin, shop }) => {
  const category = unique('Handmade')
  const digits = newDigits()
  await addCatalogue(shop, { categories: { [category]: digits }, products: [] })
  const [id, name] = [newId(), unique('Handmade bowl')]
  const whereItGoes = async () => readLink((await send(shop.url, `/go/product/${id}`)).location)

  await admin.goto('/admin/products/new')
  await admin.getByLabel('ID', { exact: false }).first().fill(String(id))
  await admin.getByLabel('Name').fill(name)
  await admin.getByRole('button', { name: /add product/i }).click()
  await expect(admin.getByRole('heading', { name })).toBeVisible()
  expect((await whereItGoes()).text).toContain(name)
  expect((await whereItGoes()).digits).not.toBe(digits)

  await admin.getByRole('combobox', { name: /category/i }).click()
  await admin.getByRole('combobox', { name: /search/i }).fill(category)
  await admin.getByRole('option', { name: category }).click()
  await admin.getByRole('button', { name: 'Save categories' }).click()
  await expect.poll(async () => (await whereItGoes()).digits).toBe(digits)

  await admin.goto('/admin/products')
  await admin.getByRole('searchbox').fill(name.toUpperCase())
  await admin.getByRole('searchbox').press('Enter')
  await expect(admin.getByRole('row').filter({ hasText: name })).toContainText(category)
  await admin.getByRole('link', { name }).first().click()
  await admin.getByRole('button', { name: 'Archive' }).click()
  await admin.getByRole('button', { name: 'Archive product' }).click()
  await expect(admin.getByText('This product is archived')).toBeVisible()
  expect((await whereItGoes()).digits).not.toBe(digits)
})
