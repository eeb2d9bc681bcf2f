import { expect } from '@playwright/test'
import type { PoolClient } from 'pg'
import { send } from './raw-request'
import type { Shop } from './shop'

type NewProduct = {
  name: string
  /** In the product's own order. */
  categories?: string[]
  price?: string
  sku?: string
  url?: string
  variations?: { name: string; variation: string; price?: string }[]
}

export type Catalogue = {
  /** Category names to the digits their rule sends to; null: a category without a rule. */
  categories: Record<string, string | null>
  products: NewProduct[]
}

export type Made = {
  products: { id: number; name: string; variations: number[] }[]
  /** By name. */
  categories: Map<string, number>
  rules: Map<string, number>
}

let made = 0

/** Something no other test calls its own, even in another worker's shop. */
export function unique(word: string): string {
  made += 1
  return `${word} ${process.pid.toString(36)}${made}`
}

/** A number from Ofcom's range for drama, each given once. */
export function newDigits(): string {
  made += 1
  return `447700900${String(200 + made).padStart(3, '0')}`
}

/** Puts a catalogue into the shop's database, as another process would, and waits until redirects know it. */
export async function addCatalogue(shop: Shop, { categories, products }: Catalogue): Promise<Made> {
  const result: Made = { products: [], categories: new Map(), rules: new Map() }
  await inTransaction(shop, async client => {
    for (const [name, digits] of Object.entries(categories)) {
      const category = await insert(client, 'INSERT INTO categories (name) VALUES ($1) RETURNING id', [name])
      result.categories.set(name, category)
      if (digits === null) continue
      const number = await numberOf(client, digits)
      const rule = await insert(
        client,
        'INSERT INTO routing_rules (category_id, number_id) VALUES ($1, $2) RETURNING id',
        [category, number],
      )
      result.rules.set(name, rule)
    }
    for (const product of products) result.products.push(await addProduct(client, product, result.categories))
  })
  await settle(shop)
  return result
}

async function addProduct(client: PoolClient, product: NewProduct, categories: Map<string, number>) {
  const { name, price = null, sku = null, url = null } = product
  const add = (values: unknown[]) =>
    insert(
      client,
      `INSERT INTO products (id, name, price, sku, url, parent_id, variation)
       VALUES ((SELECT greatest(max(id), 700000) + 1 FROM products WHERE id < 800000), $1, $2, $3, $4, $5, $6) RETURNING id`,
      values,
    )
  const id = await add([name, price, sku, url, null, null])
  for (const [position, category] of (product.categories ?? []).entries()) {
    await client.query(
      'INSERT INTO product_categories (product_id, category_id, position) VALUES ($1, $2, $3)',
      [id, categories.get(category), position],
    )
  }
  const variations: number[] = []
  for (const each of product.variations ?? [])
    variations.push(await add([each.name, each.price ?? null, null, null, id, each.variation]))
  return { id, name, variations }
}

async function numberOf(client: PoolClient, digits: string): Promise<number> {
  const { rows } = await client.query('SELECT id FROM numbers WHERE digits = $1 AND archived_at IS NULL', [
    digits,
  ])
  if (rows[0]) return Number(rows[0].id)
  return insert(client, 'INSERT INTO numbers (digits, label) VALUES ($1, $2) RETURNING id', [
    digits,
    `Number ${digits.slice(-3)}`,
  ])
}

async function insert(client: PoolClient, statement: string, values: unknown[]): Promise<number> {
  const { rows } = await client.query(statement, values)
  return Number(rows[0]?.id)
}

async function inTransaction(shop: Shop, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await shop.database.connect()
  try {
    await client.query('BEGIN')
    await work(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

const markerId = 999_999

/**
 * Waits until redirects are decided from what is in the database now. The table follows commits in order and tells how
 * many products it holds: once it has seen the second commit below, it is through with everything before the first.
 */
export async function settle(shop: Shop): Promise<void> {
  for (let commit = 0; commit < 2; commit++) {
    await shop.database.query(
      `INSERT INTO products (id, name) VALUES ($1, 'Comes and goes')
       ON CONFLICT (id) DO UPDATE SET archived_at = CASE WHEN products.archived_at IS NULL THEN now() END`,
      [markerId],
    )
    const { rows } = await shop.database.query(
      'SELECT count(*)::int AS live FROM products WHERE archived_at IS NULL',
    )
    await expect
      .poll(async () => JSON.parse((await send(shop.url, '/api/health')).body).products, {
        intervals: [10, 20, 50],
      })
      .toBe(rows[0].live)
  }
}
