import type { Client } from 'pg'
import { z } from 'zod'
import type { Destination, StoreFacts, TableProduct, TableRule } from './table'

const storeRow = z.object({
  store_name: z.string(),
  currency: z.string(),
  locale: z.string(),
  product_template: z.string(),
  cart_template: z.string(),
  checkout_template: z.string(),
  floating_template: z.string(),
  number_id: z.number().nullable(),
  digits: z.string().nullable(),
})

const ruleRow = z.object({
  id: z.number(),
  category_id: z.number(),
  number_id: z.number(),
  digits: z.string(),
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

/** Settings, default number and active rules. A rule acts while neither it, its category nor its number is archived. */
export async function loadStoreFacts(client: Client): Promise<StoreFacts> {
  const { rows: settings } = await client.query(
    `SELECT s.*, n.id AS number_id, n.digits FROM settings s
     LEFT JOIN numbers n ON n.id = s.default_number_id AND n.archived_at IS NULL WHERE s.id = 1`,
  )
  const { rows: rules } = await client.query(
    `SELECT r.id, r.category_id, n.id AS number_id, n.digits FROM routing_rules r
     JOIN numbers n ON n.id = r.number_id AND n.archived_at IS NULL
     JOIN categories c ON c.id = r.category_id AND c.archived_at IS NULL
     WHERE r.archived_at IS NULL AND r.paused_at IS NULL`,
  )
  return buildStoreFacts(storeRow.parse(settings[0]), z.array(ruleRow).parse(rules))
}

function buildStoreFacts(store: z.output<typeof storeRow>, rules: z.output<typeof ruleRow>[]): StoreFacts {
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
    defaultNumber:
      store.number_id !== null && store.digits !== null
        ? { id: store.number_id, digits: store.digits }
        : null,
    rules: new Map(
      rules.map((rule): [number, TableRule] => {
        const number: Destination = { id: rule.number_id, digits: rule.digits }
        return [rule.category_id, { id: rule.id, number }]
      }),
    ),
  }
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
