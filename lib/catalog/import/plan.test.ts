import { expect, test } from 'vitest'
import { type ExistingCatalogue, type ExistingProduct, planImport } from './plan'
import type { ImportRow } from './row'

const empty: ExistingCatalogue = { products: [], categories: [] }

function row(id: number, fields: Partial<ImportRow> = {}): ImportRow {
  const { parent = null } = fields
  return {
    line: id,
    id,
    kind: parent ? 'variation' : 'product',
    parent,
    sku: `S${id}`,
    name: `Product ${id}`,
    attributes: null,
    status: 'published',
    price: '10',
    url: undefined,
    imageUrl: null,
    categories: [],
    ...fields,
  }
}

function stored(id: number, fields: Partial<ExistingProduct> = {}): ExistingProduct {
  const base = {
    id,
    parentId: null,
    sku: `S${id}`,
    name: `Product ${id}`,
    variation: null,
    price: '10',
    url: null,
  }
  const rest = { imageUrl: null, archived: false, isDemo: false, hasVariations: false, categoryIds: [] }
  return { ...base, ...rest, ...fields }
}

test('a variation may come before its parent, name it by SKU in any case, by id, or by an SKU that is a number', async () => {
  const plan = await planImport(
    [
      row(11, { parent: { sku: 'shoe' } }),
      row(12, { parent: { id: 10 } }),
      row(13, { parent: { sku: '10' } }),
      row(10, { sku: 'SHOE' }),
    ],
    empty,
  )
  expect(plan.create.map(product => [product.id, product.parentId])).toEqual([
    [10, null],
    [11, 10],
    [12, 10],
    [13, 10],
  ])
})

test('the parent may be in the catalogue only', async () => {
  const existing = { products: [stored(10, { sku: 'SHOE' })], categories: [] }
  const plan = await planImport(
    [row(11, { parent: { sku: 'SHOE' } }), row(12, { parent: { id: 10 } })],
    existing,
  )
  expect(plan.create.map(product => product.parentId)).toEqual([10, 10])
})

test.each([
  [
    [row(11, { parent: { sku: 'NONE' } })],
    'Its parent (SKU “NONE”) is neither in the file nor in the catalogue.',
  ],
  [[row(11, { parent: { id: 99 } })], 'Its parent (ID 99) is neither in the file nor in the catalogue.'],
  [[row(11, { kind: 'variation' })], 'It is a variation, but names no parent.'],
  [[row(11, { parent: { id: 11 } })], 'Its parent (ID 11) is a variation itself.'],
  [
    [row(10), row(11, { parent: { id: 10 } }), row(12, { parent: { id: 11 } })],
    'Its parent (ID 11) is a variation itself.',
  ],
  [
    [row(10, { status: 'draft' }), row(11, { parent: { id: 10 } })],
    'Its parent (ID 10, line 10) is skipped.',
  ],
  [
    [row(10, { status: 'draft' }), row(11, { parent: { sku: 'S10' } })],
    'Its parent (SKU “S10”, line 10) is skipped.',
  ],
])('an orphan is skipped with its reason: %#', async (rows, message) => {
  const plan = await planImport(rows, empty)
  expect(plan.skip.at(-1)?.message).toBe(message)
})

test.each(['draft', 'private', 'pending'] as const)(
  '%s: skipped, unless the catalogue has it',
  async status => {
    const rows = [row(1, { status, name: 'New name' }), row(2, { status }), row(3, { status })]
    const plan = await planImport(rows, {
      products: [stored(1), stored(3, { archived: true })],
      categories: [],
    })
    expect(plan.update.map(product => product.id)).toEqual([1])
    expect(plan.skip.map(note => note.id)).toEqual([2, 3])
  },
)

test('a category path is matched step by step, whatever its capitals; what is missing is created, parents first', async () => {
  const category = { archived: false, isDemo: false }
  const existing = {
    products: [],
    categories: [
      { ...category, id: 1, parentId: null, name: 'Clothing' },
      { ...category, id: 2, parentId: 1, name: 'Shirts', archived: true },
      { ...category, id: 3, parentId: null, name: 'Shirts' },
      { ...category, id: 4, parentId: null, name: 'Music', isDemo: true },
    ],
  }
  const rows = [
    row(1, { categories: [['CLOTHING', 'Shirts', 'Polo'], ['Music']] }),
    row(2, { categories: [['Clothing']] }),
  ]
  const plan = await planImport(rows, existing)
  expect(plan.categories.map(({ id, path, change }) => [id, path, change])).toEqual([
    [2, 'CLOTHING > Shirts', 'restore'],
    [null, 'CLOTHING > Shirts > Polo', 'create'],
    [4, 'Music', 'keep'],
  ])
})

test('the same again is unchanged; a differing field is named', async () => {
  const categories = [{ id: 1, parentId: null, name: 'Shoes', archived: false, isDemo: false }]
  const products = [
    stored(1, { price: '10', categoryIds: [1], url: 'https://x.test/1' }),
    stored(2, { price: '9.5' }),
    stored(3, { archived: true }),
    stored(4, { isDemo: true }),
    stored(5, { categoryIds: [1] }),
  ]
  const rows = [
    row(1, { price: '10', categories: [['shoes']] }),
    row(2, { name: 'Renamed', price: null, sku: undefined }),
    row(3),
    row(4),
    row(5, { categories: undefined }),
  ]
  const plan = await planImport(rows, { products, categories })
  expect(plan.unchanged.map(product => product.id)).toEqual([1, 5])
  expect(plan.update.map(({ id, changes }) => [id, changes])).toEqual([
    [2, ['name', 'price']],
    [3, ['restored from the archive']],
    [4, ['no longer demo data']],
  ])
  // Not written again: the history and every process's table would go through them for nothing.
  expect(plan.update.map(({ categories: written }) => written)).toEqual([null, null, null])
})

test('the order of categories is a change', async () => {
  const categories = ['A', 'B'].map((name, index) => ({
    id: index + 1,
    parentId: null,
    name,
    archived: false,
    isDemo: false,
  }))
  const products = [stored(1, { categoryIds: [1, 2] })]
  const plan = await planImport([row(1, { categories: [['B'], ['A']] })], { products, categories })
  expect(plan.update[0]?.changes).toEqual(['categories'])
})

test('what tells a variation apart comes from its attributes, else from its name; a missing name from its parent', async () => {
  const parent = { id: 1 }
  const plan = await planImport(
    [
      row(1, { name: 'Hoodie' }),
      row(2, { parent, name: 'Hoodie - Red, No', attributes: 'Red' }),
      row(3, { parent, name: 'Hoodie - Red, No' }),
      row(4, { parent, name: '', attributes: 'Blue' }),
    ],
    empty,
  )
  expect(plan.create.slice(1).map(({ name, variation }) => [name, variation])).toEqual([
    ['Hoodie - Red, No', 'Red'],
    ['Hoodie - Red, No', 'Red, No'],
    ['Hoodie - Blue', 'Blue'],
  ])
})

test('a product with variations of its own can’t become a variation', async () => {
  const plan = await planImport([row(1), row(2, { parent: { id: 1 } })], {
    products: [stored(2, { hasVariations: true })],
    categories: [],
  })
  expect(plan.skip.map(note => note.id)).toEqual([2])
})
