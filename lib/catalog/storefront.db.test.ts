import { beforeAll, expect, test } from 'vitest'
import { db } from '../db'
import { findStoreProduct, listStoreCategories, listStoreLines, listStoreProducts } from './storefront'

// Ids that no other test uses: the rest of the catalogue may be there too.
const mug = 8_801_001
const [sand, ink, gone] = [8_801_002, 8_801_003, 8_801_004]

beforeAll(async () => {
  const category = await db().category.create({ data: { name: 'Storefront mugs' } })
  await db().category.create({ data: { name: 'Storefront nothing' } })
  await db().product.create({
    data: {
      id: mug,
      name: 'Mug',
      categories: { create: { categoryId: category.id, position: 0 } },
      variations: {
        create: [
          { id: ink, name: 'Mug - Ink', variation: 'Ink', price: '100.5' },
          { id: sand, name: 'Mug - Sand', variation: 'Sand', price: '22', imageUrl: '/sand.png' },
          { id: gone, name: 'Mug - Gone', variation: 'Gone', price: '1', archivedAt: new Date() },
        ],
      },
    },
  })
})

test('a product with variations costs from its lowest price, as a number and not as text', async () => {
  const found = await findStoreProduct(mug)
  expect(found).toMatchObject({ id: mug, price: '22', priceFrom: true, category: 'Storefront mugs' })
  expect(found?.variations.map(each => each.label)).toEqual(['Sand', 'Ink'])
})

test('a variation leads to its product', async () => {
  expect((await findStoreProduct(ink))?.id).toBe(mug)
  expect(await findStoreProduct(8_801_999)).toBeNull()
})

test('only categories with products are in the menu, and lead to them', async () => {
  const categories = (await listStoreCategories()).filter(each => each.name.startsWith('Storefront'))
  expect(categories.map(each => each.name)).toEqual(['Storefront mugs'])
  const { products } = await listStoreProducts({ categoryId: categories[0]?.id ?? 0, page: 1 })
  expect(products.map(each => each.id)).toEqual([mug])
})

test('a cart keeps its order and drops what is not sold', async () => {
  const lines = await listStoreLines([ink, 8_801_999, gone, sand].map(id => ({ id, quantity: 2 })))
  expect(lines.map(line => [line.id, line.name, line.variation, line.price])).toEqual([
    [ink, 'Mug', 'Ink', '100.5'],
    [sand, 'Mug', 'Sand', '22'],
  ])
})
