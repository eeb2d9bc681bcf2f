import { beforeEach, expect, test } from 'vitest'
import { db } from '../db'
import {
  archiveCategory,
  createCategory,
  listArchivedCategories,
  listCategoryTree,
  moveCategory,
  restoreCategory,
  updateCategory,
} from './categories'
import { listProducts, productQuery } from './list-products'
import { updateProductCategories } from './product-categories'
import { archiveProduct, createProduct, findProduct, restoreProduct, updateProduct } from './products'

const now = new Date('2026-06-15T12:00:00Z')
const fields = {
  sku: null,
  variation: null,
  price: null,
  currency: null,
  url: null,
  imageUrl: null,
  categoryIds: [],
}

beforeEach(async () => {
  await db()
    .$executeRaw`truncate product_categories, products, routing_rules, categories restart identity cascade`
})

async function addCategory(name: string, parentId: number | null = null): Promise<number> {
  const saved = await createCategory({ name, parentId }, null)
  if (!saved.ok) throw new Error(saved.reason)
  return saved.id
}

async function editable(id: number) {
  const product = await findProduct(id)
  if (!product) throw new Error('No product')
  const { version, ...rest } = { ...product, version: product.updatedAt }
  const { sku, variation, name, price, currency, url, imageUrl } = rest
  return { id, version, sku, variation, name, price, currency, url, imageUrl }
}

test('an edit is saved and leaves the categories alone; a stale one is refused', async () => {
  const [shoes, sale] = [await addCategory('Shoes'), await addCategory('Sale')]
  await createProduct(
    {
      ...fields,
      id: 7,
      parentId: null,
      name: 'Boot',
      price: '19.90',
      categoryIds: [sale, shoes],
    },
    null,
  )
  const first = await editable(7)
  expect(first).toMatchObject({ price: '19.9' })
  expect(await updateProduct({ ...first, name: 'High boot' }, null)).toEqual({ ok: true, id: 7 })
  expect(await findProduct(7)).toMatchObject({ name: 'High boot', categoryIds: [sale, shoes] })
  expect(await updateProduct({ ...first, name: 'Late' }, null)).toEqual({
    ok: false,
    reason: 'changed_meanwhile',
  })
  expect(await createProduct({ ...fields, id: 7, parentId: null, name: 'Again' }, null)).toEqual({
    ok: false,
    reason: 'id_taken',
  })
})

test('categories keep the order they are given; who saw another order is told and changes nothing', async () => {
  const [shoes, sale, old] = [await addCategory('Shoes'), await addCategory('Sale'), await addCategory('Old')]
  await createProduct(
    { ...fields, id: 7, parentId: null, name: 'Boot', categoryIds: [old, sale, shoes] },
    null,
  )
  await archiveCategory(old, now, null)
  const save = (seen: number[], categoryIds: number[]) =>
    updateProductCategories({ id: 7, seen, categoryIds }, null)
  expect(await save([sale, shoes], [shoes, sale])).toEqual({ ok: true })
  expect((await findProduct(7))?.categoryIds).toEqual([shoes, sale])
  expect(await save([sale, shoes], [sale])).toEqual({
    ok: false,
    reason: 'changed_meanwhile',
    categoryIds: [shoes, sale],
  })
  expect(await save([shoes, sale], [sale, 999])).toEqual({ ok: true })
  await restoreCategory(old, null)
  expect((await findProduct(7))?.categoryIds).toEqual([sale, old])
})

test('of two orders saved at once, one is told about the other', async () => {
  const ids = [await addCategory('A'), await addCategory('B'), await addCategory('C')]
  const [a = 0, b = 0, c = 0] = ids
  await createProduct({ ...fields, id: 7, parentId: null, name: 'Boot', categoryIds: ids }, null)
  const results = await Promise.all([
    updateProductCategories({ id: 7, seen: ids, categoryIds: [b, a, c] }, null),
    updateProductCategories({ id: 7, seen: ids, categoryIds: [c, a, b] }, null),
  ])
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(await updateProductCategories({ id: 8, seen: [], categoryIds: [a] }, null)).toEqual({
    ok: false,
    reason: 'gone',
  })
})

test('a variation has its parent’s categories, and only a product can be a parent', async () => {
  const shoes = await addCategory('Shoes')
  await createProduct({ ...fields, id: 1, parentId: null, name: 'Boot', categoryIds: [shoes] }, null)
  await createProduct({ ...fields, id: 2, parentId: 1, name: 'Boot - 42', variation: '42' }, null)
  expect(await findProduct(2)).toMatchObject({ parent: { id: 1 }, categoryIds: [shoes], variation: '42' })
  expect(await createProduct({ ...fields, id: 3, parentId: 2, name: 'X' }, null)).toEqual({
    ok: false,
    reason: 'parent_gone',
  })
  expect(await createProduct({ ...fields, id: 4, parentId: 4, name: 'X' }, null)).toEqual({
    ok: false,
    reason: 'parent_gone',
  })
})

test('archiving takes the variations along; restoring brings back only those', async () => {
  await createProduct({ ...fields, id: 1, parentId: null, name: 'Boot' }, null)
  await createProduct({ ...fields, id: 2, parentId: 1, name: 'Boot - 42' }, null)
  await createProduct({ ...fields, id: 3, parentId: 1, name: 'Boot - 43' }, null)
  await archiveProduct(3, new Date('2026-01-01T00:00:00Z'))
  expect(await archiveProduct(1, now)).toBe(true)
  expect(await archiveProduct(1, now)).toBe(false)
  expect(await restoreProduct(1)).toBe(true)
  const products = await db().product.findMany({ orderBy: { id: 'asc' }, select: { archivedAt: true } })
  expect(products.map(product => product.archivedAt === null)).toEqual([true, true, false])
})

test('search finds name, SKU and id, without accents; a variation shows as its parent; % and _ are letters', async () => {
  await createProduct({ ...fields, id: 1, parentId: null, name: 'Tênis Azul', sku: 'TA_1' }, null)
  await createProduct({ ...fields, id: 2, parentId: 1, name: 'Tênis Azul - 42', sku: 'TA-42' }, null)
  await createProduct({ ...fields, id: 3, parentId: null, name: 'Boots 100% leather', sku: 'BX1' }, null)
  const find = async (q: string) =>
    (await listProducts(productQuery.parse({ q }))).products.map(({ id }) => id)
  expect(await find('tenis')).toEqual([1])
  expect(await find('AZUL tê')).toEqual([1])
  expect(await find('ta-42')).toEqual([1])
  expect(await find('TA_')).toEqual([1])
  expect(await find('100%')).toEqual([3])
  expect(await find('b%r')).toEqual([])
  expect(await find('3')).toEqual([3])
  expect(await find('')).toEqual([3, 1])
})

test('pages go both ways without a gap, and filters hold', async () => {
  const shoes = await addCategory('Shoes')
  await db().product.createMany({
    data: Array.from({ length: 120 }, (_, index) => ({
      id: BigInt(index + 1),
      name: `Product ${index + 1}`,
    })),
  })
  await db().productCategory.create({ data: { productId: 5n, categoryId: shoes, position: 0 } })
  const page = async (query: Record<string, unknown>) => {
    const { products, older, newer, total } = await listProducts(productQuery.parse(query))
    return { first: products[0]?.id, last: products.at(-1)?.id, older, newer, total }
  }
  expect(await page({})).toEqual({ first: 120, last: 71, older: 71, newer: null, total: 120 })
  expect(await page({ before: 71 })).toEqual({ first: 70, last: 21, older: 21, newer: 70, total: 120 })
  expect(await page({ before: 21 })).toEqual({ first: 20, last: 1, older: null, newer: 20, total: 120 })
  expect(await page({ after: 20 })).toMatchObject({ first: 70, last: 21, older: 21, newer: 70 })
  expect(await page({ after: 70 })).toMatchObject({ first: 120, last: 71, older: 71, newer: null })
  expect(await page({ category: shoes })).toMatchObject({ first: 5, last: 5, total: 1 })
  expect(await page({ category: 'none' })).toMatchObject({ first: 120, total: 119 })
  expect(await page({ archived: '1' })).toMatchObject({ first: undefined, total: 0 })
})

test('siblings can’t share a name, and a category can’t move below itself', async () => {
  const clothing = await addCategory('Clothing')
  const shirts = await addCategory('Shirts', clothing)
  await addCategory('Shirts')
  expect(await createCategory({ name: 'SHIRTS', parentId: clothing }, null)).toEqual({
    ok: false,
    reason: 'name_taken',
  })
  expect(await updateCategory({ id: shirts, name: 'Shirts', parentId: null }, null)).toEqual({
    ok: false,
    reason: 'name_taken',
  })
  expect(await updateCategory({ id: clothing, name: 'Clothing', parentId: shirts }, null)).toEqual({
    ok: false,
    reason: 'inside_itself',
  })
  expect(await updateCategory({ id: clothing, name: 'Clothing', parentId: clothing }, null)).toEqual({
    ok: false,
    reason: 'inside_itself',
  })
  expect(await updateCategory({ id: shirts, name: 'Tops', parentId: null }, null)).toEqual({
    ok: true,
    id: shirts,
  })
})

test('two moves at once never close a circle', async () => {
  const [a, b] = [await addCategory('A'), await addCategory('B')]
  const results = await Promise.all([
    updateCategory({ id: a, name: 'A', parentId: b }, null),
    updateCategory({ id: b, name: 'B', parentId: a }, null),
  ])
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect((await listCategoryTree()).map(category => category.depth)).toEqual([0, 1])
})

test('a category without an acting rule of its own names the one above that covers it', async () => {
  const number = await db().number.create({ data: { digits: '447700900199', label: 'Ana' } })
  const [top, plain] = [await addCategory('Jewellery'), await addCategory('Tools')]
  const [rings, sale] = [await addCategory('Rings', top), await addCategory('Sale', top)]
  await addCategory('Hammers', plain)
  const rule = { numberId: number.id, coversSubcategories: true }
  await db().routingRule.create({ data: { ...rule, categoryId: top } })
  await db().routingRule.create({ data: { ...rule, categoryId: plain, coversSubcategories: false } })
  await db().routingRule.create({ data: { ...rule, categoryId: sale, pausedAt: now } })
  const covered = (await listCategoryTree()).filter(({ coveredBy }) => coveredBy)
  expect(covered).toMatchObject([
    { id: rings, rule: null, coveredBy: { name: 'Jewellery', label: 'Ana' } },
    { id: sale, rule: { pausedAt: now }, coveredBy: { name: 'Jewellery' } },
  ])
})

test('siblings change places', async () => {
  const ids = [await addCategory('A'), await addCategory('B'), await addCategory('C')]
  expect(await moveCategory(ids[2] ?? 0, 'up')).toBe(true)
  expect((await listCategoryTree()).map(category => category.name)).toEqual(['A', 'C', 'B'])
  expect(await moveCategory(ids[0] ?? 0, 'up')).toBe(false)
})

test('archiving takes the branch, its products stay; restoring a leaf brings the ones above it', async () => {
  const clothing = await addCategory('Clothing')
  const shirts = await addCategory('Shirts', clothing)
  await createProduct({ ...fields, id: 1, parentId: null, name: 'Polo', categoryIds: [shirts] }, null)
  expect(await archiveCategory(clothing, now, null)).toEqual({ archived: 2 })
  expect(await archiveCategory(clothing, now, null)).toBeNull()
  expect(await findProduct(1)).toMatchObject({ archivedAt: null, categoryIds: [] })
  expect((await listArchivedCategories()).map(category => category.path)).toEqual([
    ['Clothing'],
    ['Clothing', 'Shirts'],
  ])
  expect(await restoreCategory(shirts, null)).toEqual({ ok: true, id: shirts })
  expect((await listCategoryTree()).map(({ name, products }) => [name, products])).toEqual([
    ['Clothing', 0],
    ['Shirts', 1],
  ])
  expect(await findProduct(1)).toMatchObject({ categoryIds: [shirts] })
})
