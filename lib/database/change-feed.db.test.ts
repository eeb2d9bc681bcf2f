import { beforeEach, expect, test } from 'vitest'
import { db } from '../db'

/** The payloads that a piece of SQL leaves in the change feed, in order. */
async function changesOf(...statements: string[]): Promise<string[]> {
  for (const sql of statements) await db().$executeRawUnsafe(sql)
  const changes = await db().routingChange.findMany({ orderBy: { id: 'asc' }, select: { payload: true } })
  return changes.map(change => change.payload)
}

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE product_categories, products, categories, numbers, settings, routing_rules`
  await db().$executeRaw`INSERT INTO categories (id, name) VALUES (1, 'Shoes')`
  await db().$executeRaw`INSERT INTO products (id, name) SELECT id, 'Shoe' FROM generate_series(1, 3) AS id`
  await db().routingChange.deleteMany()
})

test.each([
  ['a new number', "INSERT INTO numbers (digits) VALUES ('5511988887777')", ['store']],
  ['a renamed category', "UPDATE categories SET name = 'Boots'", ['store']],
  ['one product', "UPDATE products SET name = 'Boot' WHERE id = 2", ['products:2']],
  ['several products', 'DELETE FROM products', ['products:1,2,3']],
  ['a changed id names both', 'UPDATE products SET id = 9 WHERE id = 3', ['products:3,9']],
  ['a category of a product', 'INSERT INTO product_categories VALUES (2, 1, 0)', ['products:2']],
  ['nothing', 'DELETE FROM products WHERE id = 99', []],
  [
    'many products',
    "INSERT INTO products (id, name) SELECT id, '' FROM generate_series(10, 120) AS id",
    ['products'],
  ],
  [
    'as many as are named one by one',
    "INSERT INTO products (id, name) SELECT id, '' FROM generate_series(101, 200) AS id",
    [`products:${Array.from({ length: 100 }, (_, i) => 101 + i).join(',')}`],
  ],
])('%s', async (_, sql, payloads) => {
  const changes = await changesOf(sql)
  const sorted = changes.map(payload =>
    payload.replace(/\d[\d,]*/, ids =>
      ids
        .split(',')
        .map(Number)
        .sort((a, b) => a - b)
        .join(','),
    ),
  )
  expect(sorted).toEqual(payloads)
})

test('a truncated catalogue', async () => {
  expect(await changesOf('TRUNCATE products, product_categories')).toEqual(['products', 'products'])
})

test('the search text follows name, variation, SKU and id, without case and accents', async () => {
  await db().product.create({ data: { id: 77, name: 'CAFÉ Ümlaut', variation: 'Größe 2', sku: 'AB-1' } })
  const { searchText } = await db().product.findUniqueOrThrow({ where: { id: 77 } })
  expect(searchText).toBe('cafe umlaut grosse 2 ab-1 77')
})
