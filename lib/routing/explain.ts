import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { decideProduct } from './decide'
import type { RoutingTable } from './table'

type FoundProduct = { id: number; name: string; variation: string | null }

/** Up to `limit` live products or variations with this id, or with every word in name, variation or SKU; the id first. */
export async function searchProducts({
  text,
  limit,
}: {
  text: string
  limit: number
}): Promise<FoundProduct[]> {
  const words = text.replaceAll('\0', ' ').split(/\s+/).filter(Boolean).slice(0, 10)
  if (words.length === 0) return []
  const id = /^\d{1,15}$/.test(text.trim()) ? BigInt(text.trim()) : 0n
  // Through the trigram index on search_text; in LIKE, % and _ and \ of a word stand for themselves.
  const likes = words.map(word => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return Prisma.sql`search_text LIKE lower(unaccent(${pattern}))`
  })
  const rows = await db().$queryRaw<(Omit<FoundProduct, 'id'> & { id: bigint })[]>`
    SELECT id, name, variation FROM products
    WHERE archived_at IS NULL AND (id = ${id} OR (${Prisma.join(likes, ' AND ')}))
    ORDER BY id = ${id} DESC, id LIMIT ${limit}`
  return rows.map(row => ({ ...row, id: Number(row.id) }))
}

/**
 * Where an order for this product goes: decided by the table that answers shoppers, told category by category.
 * Null when there is no such live product.
 */
export async function explainProduct({ id, table }: { id: number; table: RoutingTable }) {
  const product = await findWithCategories(id)
  if (!product) return null
  const decision = decideProduct(table, id)
  const { parent, categories, ...own } = product
  const steps = (parent ?? { categories }).categories.map(({ category }) => {
    const [rule] = category.rules
    const state = category.archivedAt ? 'category_archived' : rule?.pausedAt ? 'paused' : 'active'
    return {
      category: category.name,
      rule: rule ? { id: rule.id, digits: rule.number.digits, label: rule.number.label, state } : null,
      decides: category.id === decision.categoryId,
    }
  })
  return { ...own, id, steps, reason: decision.reason, digits: decision.number?.digits ?? null }
}

export type Explanation = NonNullable<Awaited<ReturnType<typeof explainProduct>>>

const inOrder = {
  orderBy: { position: 'asc' },
  select: {
    category: {
      select: {
        id: true,
        name: true,
        archivedAt: true,
        rules: {
          where: { archivedAt: null },
          select: { id: true, pausedAt: true, number: { select: { digits: true, label: true } } },
        },
      },
    },
  },
} satisfies Prisma.Product$categoriesArgs

async function findWithCategories(id: number) {
  return db().product.findFirst({
    where: { id, archivedAt: null },
    select: {
      name: true,
      variation: true,
      categories: inOrder,
      parent: { select: { categories: inOrder } },
    },
  })
}
