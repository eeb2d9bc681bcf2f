import type { Locator, Page } from '@playwright/test'
import { addCatalogue, newDigits, settle, unique } from './catalogue'
import { expect, test } from './fixtures'
import { readLink, send } from './raw-request'
import { firstAdmin, type Shop } from './shop'

async function digitsOf(shop: Shop, productId: number | undefined): Promise<string> {
  return readLink((await send(shop.url, `/go/product/${productId}`)).location).digits
}

function orderOf(page: Page): Locator {
  return page.getByRole('list', { name: 'Categories in order' }).getByRole('listitem')
}

test('a product’s categories are put in order by keyboard and by drag, apart from its details', async ({
  admin,
  shop,
}) => {
  const [a, b, c] = [unique('Alpha'), unique('Beta'), unique('Gamma')]
  const [first, second] = [newDigits(), newDigits()]
  const { products } = await addCatalogue(shop, {
    categories: { [a]: first, [b]: second, [c]: null },
    products: [{ name: unique('Bowl'), categories: [a, b, c] }],
  })
  const id = products[0]?.id
  await admin.goto(`/admin/products/${id}`)
  await admin.getByLabel('SKU').fill('TYPED-1')
  const order = orderOf(admin)
  await expect(order).toContainText([a, b, c])

  // Until the drag begins there is nothing to see but the pressed handle.
  const handle = admin.getByRole('button', { name: `Drag ${a}` })
  await handle.focus()
  await admin.keyboard.press('Space')
  await expect(handle).toHaveAttribute('aria-pressed', 'true')
  await admin.keyboard.press('ArrowDown')
  await expect(admin.getByRole('status').filter({ hasText: `${a}, place 2` })).toHaveCount(1)
  await admin.keyboard.press('Space')
  await expect(order).toContainText([b, a, c])
  await expect(admin.getByText('Not saved yet.')).toBeVisible()
  expect(await digitsOf(shop, id)).toBe(first)
  await admin.getByRole('button', { name: 'Save categories' }).click()
  await expect(admin.getByText('Categories saved. They are in effect.')).toBeVisible()
  expect(await digitsOf(shop, id)).toBe(second)
  await expect(admin.getByLabel('SKU')).toHaveValue('TYPED-1')

  await drag(admin, {
    from: admin.getByRole('button', { name: `Drag ${a}` }),
    to: admin.getByRole('button', { name: `Drag ${b}` }),
  })
  await expect(order).toContainText([a, b, c])
  await admin.getByRole('button', { name: `Move ${c} up` }).click()
  await admin.getByRole('button', { name: 'Save categories' }).click()
  await expect(admin.getByRole('button', { name: 'Save categories' })).toHaveCount(0)
  await admin.reload()
  await expect(order).toContainText([a, c, b])
  expect(await digitsOf(shop, id)).toBe(first)
})

/** In steps, as a hand does it: a jump is no drag. */
async function drag(page: Page, { from, to }: { from: Locator; to: Locator }): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('Nothing to drag')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2 - 4, { steps: 15 })
  await expect(from).toHaveAttribute('aria-pressed', 'true')
  await page.mouse.up()
}

test('of two admins who order the same categories the second is told, and loses nothing', async ({
  admin,
  shop,
}) => {
  const [a, b, c] = [unique('Alpha'), unique('Beta'), unique('Gamma')]
  const made = await addCatalogue(shop, {
    categories: { [a]: null, [b]: newDigits(), [c]: null },
    products: [{ name: unique('Vase'), categories: [a, b, c] }],
  })
  const id = made.products[0]?.id
  await admin.goto(`/admin/products/${id}`)
  await admin.getByRole('button', { name: `Move ${c} up` }).click()
  await shop.database.query('DELETE FROM product_categories WHERE product_id = $1 AND category_id = $2', [
    id,
    made.categories.get(a),
  ])
  await settle(shop)
  await admin.getByRole('button', { name: 'Save categories' }).click()
  await expect(admin.getByText('Somebody else changed the order while it was open here')).toBeVisible()
  await expect(admin.getByText(`It is now: ${b}, ${c}.`)).toBeVisible()
  await expect(orderOf(admin)).toContainText([a, c, b])
  await admin.getByRole('button', { name: 'Save mine instead' }).click()
  await expect(admin.getByText('Categories saved. They are in effect.')).toBeVisible()
  await admin.reload()
  await expect(orderOf(admin)).toContainText([a, c, b])
})

test('the tree shows who gets what and why, is searched, and sends many categories to one number', async ({
  admin,
  shop,
}) => {
  const [top, middle, leaf, other] = [unique('Garden'), unique('Pots'), unique('Clay'), unique('Tools')]
  const digits = newDigits()
  const made = await addCatalogue(shop, {
    categories: { [top]: digits, [middle]: null, [leaf]: null, [other]: null },
    products: [
      { name: unique('Clay pot'), categories: [leaf] },
      { name: unique('Spade'), categories: [other] },
    ],
  })
  const id = (name: string) => made.categories.get(name)
  await shop.database.query(
    `UPDATE categories SET parent_id = CASE id WHEN $2::int THEN $1::int WHEN $3::int THEN $2::int WHEN $4::int THEN $1::int END
     WHERE id IN ($2, $3, $4)`,
    [id(top), id(middle), id(leaf), id(other)],
  )
  await shop.database.query('UPDATE routing_rules SET covers_subcategories = true WHERE id = $1', [
    made.rules.get(top),
  ])
  await settle(shop)
  expect(await digitsOf(shop, made.products[0]?.id)).toBe(digits)

  await admin.goto('/admin/routing/tree')
  await admin.getByLabel('Search categories').fill(leaf)
  const rows = admin.getByRole('row')
  await expect(rows.filter({ hasText: leaf })).toContainText(`From ${top}`)
  await expect(rows.filter({ hasText: middle })).toHaveCount(1)
  await expect(rows.filter({ hasText: other })).toHaveCount(0)
  await expect(admin).toHaveURL(/tree\?q=Clay/)

  await admin.getByLabel('Search categories').fill(top)
  await admin.getByRole('checkbox', { name: `Select ${top}`, exact: true }).check()
  await admin.getByRole('button', { name: 'Add 3 below' }).click()
  await expect(admin.getByText('4 categories selected')).toBeVisible()
  await admin.getByRole('button', { name: 'Send to…' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Send 4 categories to a number' })
  const others = newDigits()
  await dialog.getByLabel('WhatsApp number').fill(others)
  await dialog.getByRole('button', { name: 'Send them there' }).click()
  await expect(dialog).toBeHidden()
  expect(await digitsOf(shop, made.products[0]?.id)).toBe(others)
  expect(await digitsOf(shop, made.products[1]?.id)).toBe(others)
  await admin.getByLabel('Search categories').fill(leaf)
  await expect(rows.filter({ hasText: leaf })).toContainText('Own rule')
})

test('coverage names what is wrong, and each line has what mends it', async ({ admin, shop }) => {
  const [bare, one, two, idle] = [unique('Bare'), unique('One'), unique('Two'), unique('Paused')]
  const [lost, shared] = [unique('Lost thing'), unique('Shared thing')]
  const digits = newDigits()
  const made = await addCatalogue(shop, {
    categories: { [bare]: null, [one]: newDigits(), [two]: newDigits(), [idle]: newDigits() },
    products: [
      { name: lost, categories: [bare] },
      { name: shared, categories: [one, two] },
      { name: unique('Idle thing'), categories: [idle] },
    ],
  })
  await shop.database.query('UPDATE routing_rules SET paused_at = now() WHERE id = $1', [
    made.rules.get(idle),
  ])
  // Enough to stand at the top of its list, whatever other tests left behind.
  for (let press = 0; press < 3; press++) await send(shop.url, `/go/product/${made.products[0]?.id}`)
  await settle(shop)

  await admin.goto('/admin/routing/coverage')
  for (const more of await admin.locator('summary').all()) await more.click()
  const line = (text: string) => admin.getByRole('listitem').filter({ hasText: text })
  await expect(line(lost)).toContainText(/[1-9]\d* clicks?/)
  await expect(line(shared)).toContainText(`by ${one}, not to`)
  await line(idle)
    .getByRole('button', { name: `Resume the rule for ${idle}` })
    .click()
  await expect(admin.getByText(`The rule for ${idle} acts again.`)).toBeVisible()
  await expect(line(idle)).toHaveCount(0)

  await admin.getByRole('link', { name: `Change the category order of ${shared}` }).click()
  await admin.getByRole('button', { name: `Move ${two} up` }).click()
  await admin.getByRole('button', { name: 'Save categories' }).click()
  await expect(admin.getByText('Categories saved. They are in effect.')).toBeVisible()

  await admin.goto('/admin/routing/coverage')
  for (const more of await admin.locator('summary').all()) await more.click()
  await expect(line(shared)).toContainText(`by ${two}, not to`)
  await admin
    .getByRole('link', { name: `Add a rule for ${bare}` })
    .first()
    .click()
  await expect(admin.getByRole('combobox', { name: 'Category' })).toContainText(bare)
  await admin.getByLabel('WhatsApp number').fill(digits)
  await admin.getByRole('button', { name: 'Add rule' }).click()
  await expect(admin.getByText('Rule added. It is in effect.')).toBeVisible()
  expect(await digitsOf(shop, made.products[0]?.id)).toBe(digits)
  await admin.goto('/admin/routing/coverage')
  await expect(line(lost)).toHaveCount(0)
})

test('coverage names the categories that met in carts, and sends both to one number', async ({
  admin,
  shop,
}) => {
  const [pots, soil] = [unique('Pots'), unique('Soil')]
  const [toPots, toSoil] = [newDigits(), newDigits()]
  const { products } = await addCatalogue(shop, {
    categories: { [pots]: toPots, [soil]: toSoil },
    products: [
      { name: unique('Pot'), categories: [pots] },
      { name: unique('Soil'), categories: [soil] },
    ],
  })
  const [pot, bag] = products.map(({ id }) => id)
  // Not the same cart thrice: repeats are not counted.
  for (const items of [`${pot}:1,${bag}:1`, `${pot}:2,${bag}:1`, `${bag}:1,${pot}:1`])
    await send(shop.url, `/go/cart?items=${items}`)
  await settle(shop)

  await admin.goto('/admin/routing/coverage')
  for (const more of await admin.locator('summary').all()) await more.click()
  const line = admin.getByRole('listitem').filter({ hasText: pots }).filter({ hasText: soil })
  await expect(line).toContainText('3 clicks')
  await expect(line).toContainText(/who got 2.*who got 1/)
  await line.getByRole('button', { name: `Send ${soil} to` }).click()
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Send there' }).click()
  await expect(admin.getByText(`${soil} goes to`)).toBeVisible()
  await expect(line).toHaveCount(0)
  expect(await digitsOf(shop, bag)).toBe(toPots)
})

test('the history says who changed what, before and after, and is filtered', async ({ admin, shop }) => {
  const [category, second] = [unique('Hats'), unique('Scarves')]
  const made = await addCatalogue(shop, {
    categories: { [category]: newDigits(), [second]: null },
    products: [{ name: unique('Beret'), categories: [category, second] }],
  })
  const product = made.products[0]
  await admin.goto(`/admin/products/${product?.id}`)
  await admin.getByRole('button', { name: `Move ${second} up` }).click()
  await admin.getByRole('button', { name: 'Save categories' }).click()
  await expect(admin.getByText('Categories saved. They are in effect.')).toBeVisible()

  await admin.goto('/admin/routing/history')
  const row = admin.getByRole('row').filter({ hasText: product?.name })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(firstAdmin.email)
  await expect(row.locator('del')).toHaveText(`${category}, ${second}`)
  await expect(row.locator('ins')).toHaveText(`${second}, ${category}`)

  await admin.getByLabel('Search the history').fill(category)
  await admin.getByLabel('What').selectOption('Rules')
  await expect(admin).toHaveURL(/what=rule/)
  const added = admin.getByRole('row').filter({ hasText: 'Rule' }).filter({ hasText: category })
  await expect(added).toContainText('Added')
  await expect(added).toContainText('No admin')
  await expect(row).toHaveCount(0)
  await admin.getByLabel('Who').selectOption(firstAdmin.email)
  await expect(admin.getByRole('heading', { name: 'No changes match' })).toBeVisible()
  await admin.getByRole('link', { name: 'Show everything' }).click()
  await expect(row).toHaveCount(1)
})
