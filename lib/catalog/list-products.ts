import { z } from 'zod'
import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { canonicalPrice } from './import/price-style'

const PRODUCTS_PER_PAGE = 50

/** More is not counted: "10,000+" tells as much and costs a tenth. */
export const MAX_COUNT = 10_000

const productId = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/** The list's address: whatever can't be read is left out. `category` may be `none`. Pages go by id, newest first. */
export const productQuery = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  category: z
    .union([z.literal('none'), z.coerce.number().int().positive().max(2_147_483_647)])
    .optional()
    .catch(undefined),
  archived: z.literal('1').optional().catch(undefined),
  before: productId.optional().catch(undefined),
  after: productId.optional().catch(undefined),
})

export type ProductQuery = z.output<typeof productQuery>

type ListedRow = {
  id: bigint
  name: string
  sku: string | null
  price: string | null
  maxPrice: string | null
  currency: string | null
  imageUrl: string | null
  isDemo: boolean
  archived: boolean
  variations: number
  categoryIds: number[]
}

export type ListedProduct = Omit<ListedRow, 'id'> & { id: number }

/**
 * A page of products, newest id first; variations show as their parent, which a search for one finds. A product without a price
 * of its own shows the range of its variations' prices. `total` stops at MAX_COUNT + 1.
 */
export async function listProducts(query: ProductQuery) {
  const where = conditions(query)
  const backwards = query.after !== undefined
  const bound = backwards
    ? Prisma.sql`and p.id > ${BigInt(query.after ?? 0)}`
    : query.before === undefined
      ? Prisma.empty
      : Prisma.sql`and p.id < ${BigInt(query.before)}`
  const order = backwards ? Prisma.sql`p.id asc` : Prisma.sql`p.id desc`
  const [rows, counted] = await Promise.all([
    db().$queryRaw<ListedRow[]>`
      with page as (
        select p.* from products p where ${where} ${bound} order by ${order} limit ${PRODUCTS_PER_PAGE + 1}
      )
      select p.id, p.name, p.sku, coalesce(p.price, v.low)::text as price, v.high::text as "maxPrice", p.currency,
        p.image_url as "imageUrl", p.is_demo as "isDemo", p.archived_at is not null as archived,
        coalesce(v.count, 0)::int as variations,
        coalesce((select array_agg(l.category_id order by l.position) from product_categories l
          join categories c on c.id = l.category_id and c.archived_at is null where l.product_id = p.id), '{}') as "categoryIds"
      from page p left join lateral (
        select count(*), min(price) as low, max(price) as high from products
        where parent_id = p.id and archived_at is not distinct from p.archived_at
      ) v on true
      order by p.id desc`,
    db().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from (select 1 from products p where ${where} limit ${MAX_COUNT + 1}) capped`,
  ])
  const more = rows.length > PRODUCTS_PER_PAGE
  const page = backwards ? rows.slice(-PRODUCTS_PER_PAGE) : rows.slice(0, PRODUCTS_PER_PAGE)
  const products = page.map(present)
  return {
    products,
    total: counted[0]?.count ?? 0,
    older: (backwards || more) && products.length > 0 ? (products.at(-1)?.id ?? null) : null,
    newer: (backwards ? more : query.before !== undefined) ? (products[0]?.id ?? null) : null,
  }
}

function present(row: ListedRow): ListedProduct {
  const price = row.price === null ? null : canonicalPrice(row.price)
  const maxPrice = row.maxPrice === null ? null : canonicalPrice(row.maxPrice)
  return { ...row, id: Number(row.id), price, maxPrice }
}

function conditions({ q, category, archived }: ProductQuery): Prisma.Sql {
  const parts = [
    Prisma.sql`p.parent_id is null`,
    archived ? Prisma.sql`p.archived_at is not null` : Prisma.sql`p.archived_at is null`,
  ]
  const words = q.replaceAll('\0', ' ').split(/\s+/).filter(Boolean).slice(0, 10)
  if (words.length > 0) {
    // Through the trigram index on search_text (name, variation, SKU and id); % and _ are letters like any other.
    const likes = words.map(word => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return Prisma.sql`search_text like lower(unaccent(${pattern}))`
    })
    parts.push(
      Prisma.sql`p.id in (select coalesce(parent_id, id) from products where ${Prisma.join(likes, ' and ')})`,
    )
  }
  const links = Prisma.sql`select 1 from product_categories l join categories c on c.id = l.category_id
    where l.product_id = p.id and c.archived_at is null`
  if (category === 'none') parts.push(Prisma.sql`not exists (${links})`)
  else if (category !== undefined) parts.push(Prisma.sql`exists (${links} and l.category_id = ${category})`)
  return Prisma.join(parts, ' and ')
}

/** How the catalogue stands: products (without their variations), live and archived. */
export async function countProducts(): Promise<{ live: number; archived: number }> {
  const rows = await db().$queryRaw<{ live: number; archived: number }[]>`
    select count(*) filter (where archived_at is null)::int as live,
      count(*) filter (where archived_at is not null)::int as archived
    from products where parent_id is null`
  return rows[0] ?? { live: 0, archived: 0 }
}
