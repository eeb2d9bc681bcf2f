import type { Client } from 'pg'
import { z } from 'zod'
import { buildEffectiveRules } from './effective-rules'
import { compileHours, weeklyHours } from './hours'
import type { StoreFacts, TableNumber, TableProduct, TableRule } from './table'

const storeRow = z.object({
  store_name: z.string(),
  currency: z.string(),
  locale: z.string(),
  time_zone: z.string(),
  product_template: z.string(),
  cart_template: z.string(),
  checkout_template: z.string(),
  floating_template: z.string(),
  default_number_id: z.number().nullable(),
})

const numberRow = z.object({
  id: z.number(),
  digits: z.string(),
  paused: z.boolean(),
  // Plain SQL may have written anything; a number whose hours can't be read is open.
  hours: weeklyHours.nullable().catch(null),
  time_zone: z.string().nullable(),
  backup_number_id: z.number().nullable(),
})

const categoryRow = z.object({ id: z.number(), parent_id: z.number().nullable(), archived: z.boolean() })

const ruleRow = z.object({
  id: z.number(),
  category_id: z.number(),
  number_id: z.number(),
  covers_subcategories: z.boolean(),
})

const productRow = z.object({
  id: z.coerce.number(),
  parent_id: z.coerce.number().nullable(),
  name: z.string(),
  variation: z.string().nullable(),
  sku: z.string().nullable(),
  price: z.string().nullable(),
  currency: z.string().nullable(),
  url: z.string().nullable(),
  category_ids: z.array(z.number()).nullable(),
})

/** Settings, numbers and active rules. A rule acts while neither it, its category nor its number is archived. */
export async function loadStoreFacts(client: Client): Promise<StoreFacts> {
  const { rows: settings } = await client.query('SELECT * FROM settings WHERE id = 1')
  const { rows: numbers } = await client.query(
    `SELECT n.id, n.digits, n.paused_at IS NOT NULL AS paused, n.hours, n.time_zone, b.id AS backup_number_id
     FROM numbers n LEFT JOIN numbers b ON b.id = n.backup_number_id AND b.archived_at IS NULL
     WHERE n.archived_at IS NULL`,
  )
  const { rows: categories } = await client.query(
    'SELECT id, parent_id, archived_at IS NOT NULL AS archived FROM categories',
  )
  const { rows: rules } = await client.query(
    `SELECT id, category_id, number_id, covers_subcategories FROM routing_rules
     WHERE archived_at IS NULL AND paused_at IS NULL`,
  )
  return buildStoreFacts({
    store: storeRow.parse(settings[0]),
    numbers: z.array(numberRow).parse(numbers),
    categories: z.array(categoryRow).parse(categories),
    rules: z.array(ruleRow).parse(rules),
  })
}

type StoreRows = {
  store: z.output<typeof storeRow>
  numbers: z.output<typeof numberRow>[]
  categories: z.output<typeof categoryRow>[]
  rules: z.output<typeof ruleRow>[]
}

function buildStoreFacts({ store, numbers: numberRows, categories, rules }: StoreRows): StoreFacts {
  const numbers = new Map(numberRows.map(row => [row.id, toNumber(row, store.time_zone)]))
  const active = rules.flatMap(({ id, category_id, number_id, covers_subcategories }) => {
    const number = numbers.get(number_id)
    return number ? [{ id, categoryId: category_id, coversSubcategories: covers_subcategories, number }] : []
  })
  const tree = categories.map(({ id, parent_id, archived }) => ({ id, parentId: parent_id, archived }))
  return {
    storeName: store.store_name,
    currency: store.currency,
    locale: store.locale,
    templates: {
      product: store.product_template,
      cart: store.cart_template,
      checkout: store.checkout_template,
      floating: store.floating_template,
    },
    defaultNumber: (store.default_number_id !== null && numbers.get(store.default_number_id)) || null,
    numbers,
    rules: new Map([...buildEffectiveRules(tree, active)].map(([at, rule]) => [at, toRule(rule)])),
  }
}

function toNumber(row: z.output<typeof numberRow>, shopTimeZone: string): TableNumber {
  return {
    id: row.id,
    digits: row.digits,
    paused: row.paused,
    hours: row.hours && compileHours(row.hours),
    timeZone: row.time_zone ?? shopTimeZone,
    backupId: row.backup_number_id,
  }
}

function toRule({ id, categoryId, number }: TableRule): TableRule {
  return { id, categoryId, number }
}

const pageSize = 1_000

/** Every live product, a page at a time so that redirects are answered in between. */
export async function* loadProducts(client: Client): AsyncGenerator<TableProduct[]> {
  for (let after = 0; ; ) {
    const { rows } = await client.query(productQuery('p.id > $1', 'LIMIT $2'), [after, pageSize])
    const products = rows.map(toProduct)
    yield products
    const last = products.at(-1)
    if (!last || products.length < pageSize) return
    after = last.id
  }
}

/** The named products and their variations, where they are live. */
export async function loadProductsById(client: Client, ids: readonly number[]): Promise<TableProduct[]> {
  const { rows } = await client.query(productQuery('(p.id = ANY($1) OR p.parent_id = ANY($1))'), [ids])
  return rows.map(toProduct)
}

function productQuery(where: string, tail = ''): string {
  return `SELECT p.id, p.parent_id, p.name, p.variation, p.sku, trim_scale(p.price)::text AS price, p.currency, p.url,
      (SELECT array_agg(pc.category_id ORDER BY pc.position) FROM product_categories pc
       WHERE pc.product_id = coalesce(p.parent_id, p.id)) AS category_ids
    FROM products p WHERE p.archived_at IS NULL AND ${where} ORDER BY p.id ${tail}`
}

function toProduct(row: unknown): TableProduct {
  const product = productRow.parse(row)
  return {
    id: product.id,
    parentId: product.parent_id,
    name: product.name,
    variation: product.variation,
    sku: product.sku,
    price: product.price,
    currency: product.currency,
    url: product.url,
    categoryIds: product.category_ids ?? [],
  }
}
