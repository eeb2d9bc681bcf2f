import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'
import { decideProduct } from './decide'
import type { RoutingTable } from './table'

/** Up to `limit` live products or variations with this id, or whose name or SKU contains the text. */
export async function searchProducts({ text, limit }: { text: string; limit: number }) {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('\0', '').trim()
  if (plain === '') return []
  const id = /^\d{1,15}$/.test(plain) ? BigInt(plain) : null
  const products = await db().product.findMany({
    where: {
      archivedAt: null,
      OR: [
        ...(id === null ? [] : [{ id }]),
        // In LIKE, % and _ and \ of the text stand for themselves.
        { searchText: { contains: plain.replace(/[\\%_]/g, '\\$&') } },
      ],
    },
    select: { id: true, name: true, variation: true },
    orderBy: { id: 'asc' },
    take: limit,
  })
  const found = products.map(product => ({ ...product, id: Number(product.id) }))
  return found.sort((a, b) => Number(BigInt(b.id) === id) - Number(BigInt(a.id) === id))
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
