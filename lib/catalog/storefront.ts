import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'

type StoreVariation = { id: number; label: string; price: string | null; imageUrl: string | null }

/** `price` is a decimal string; `priceFrom`: the lowest of several. */
export type StoreProduct = {
  id: number
  name: string
  price: string | null
  priceFrom: boolean
  currency: string | null
  imageUrl: string | null
  /** The first of the product's categories. */
  category: string | null
  variations: StoreVariation[]
}

export type StoreLine = {
  id: number
  /** Where the line's page is: a variation's parent. */
  productId: number
  name: string
  variation: string | null
  price: string | null
  imageUrl: string | null
  quantity: number
}

const storeFields = {
  id: true,
  name: true,
  price: true,
  currency: true,
  imageUrl: true,
  categories: {
    where: { category: { archivedAt: null } },
    orderBy: { position: 'asc' },
    take: 1,
    select: { category: { select: { name: true } } },
  },
  variations: {
    where: { archivedAt: null },
    orderBy: { id: 'asc' },
    take: 60,
    select: { id: true, name: true, variation: true, price: true, imageUrl: true },
  },
} satisfies Prisma.ProductSelect

/** One page of what a shopper can buy, oldest first; `page` from 1. */
export async function listStoreProducts(options: {
  categoryId: number | null
  page: number
}): Promise<{ products: StoreProduct[]; hasMore: boolean }> {
  const { categoryId, page } = options
  const rows = await db().product.findMany({
    where: {
      parentId: null,
      archivedAt: null,
      ...(categoryId === null ? {} : { categories: { some: { categoryId } } }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE + 1,
    select: storeFields,
  })
  return { products: rows.slice(0, PAGE_SIZE).map(toStoreProduct), hasMore: rows.length > PAGE_SIZE }
}

const PAGE_SIZE = 24

/** Categories that have products of their own, for the store's menu; the 12 first in the tree's order. */
export async function listStoreCategories(): Promise<{ id: number; name: string }[]> {
  return db().category.findMany({
    where: { archivedAt: null, products: { some: { product: { archivedAt: null } } } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    take: 12,
    select: { id: true, name: true },
  })
}

/** A product by its id; a variation's id finds its parent. */
export async function findStoreProduct(id: number): Promise<StoreProduct | null> {
  const asked = await db().product.findUnique({ where: { id: BigInt(id) }, select: { parentId: true } })
  if (!asked) return null
  const row = await db().product.findUnique({
    where: { id: asked.parentId ?? BigInt(id), archivedAt: null },
    select: storeFields,
  })
  return row && toStoreProduct(row)
}

/** The cart's lines with what the catalogue says about them now; ids it does not sell are left out. */
export async function listStoreLines(
  items: readonly { id: number; quantity: number }[],
): Promise<StoreLine[]> {
  const rows = await db().product.findMany({
    where: { id: { in: items.map(item => BigInt(item.id)) }, archivedAt: null },
    select: {
      id: true,
      parentId: true,
      name: true,
      variation: true,
      price: true,
      imageUrl: true,
      parent: { select: { name: true, imageUrl: true } },
    },
  })
  const byId = new Map(rows.map(row => [Number(row.id), row]))
  return items.flatMap(({ id, quantity }) => {
    const row = byId.get(id)
    if (!row) return []
    return {
      id,
      quantity,
      productId: Number(row.parentId ?? row.id),
      name: row.parent?.name ?? row.name,
      variation: row.parent ? (row.variation ?? row.name) : null,
      price: row.price?.toFixed() ?? null,
      imageUrl: row.imageUrl ?? row.parent?.imageUrl ?? null,
    }
  })
}

function toStoreProduct(row: Prisma.ProductGetPayload<{ select: typeof storeFields }>): StoreProduct {
  const { variations, categories } = row
  const prices = variations.flatMap(variation => (variation.price ? [variation.price] : []))
  const lowest = prices.reduce<(typeof prices)[number] | null>(
    (low, price) => (low === null || price.lessThan(low) ? price : low),
    null,
  )
  return {
    id: Number(row.id),
    name: row.name,
    price: (lowest ?? row.price)?.toFixed() ?? null,
    priceFrom: lowest !== null && prices.some(price => !price.equals(lowest)),
    currency: row.currency,
    imageUrl: row.imageUrl,
    category: categories[0]?.category.name ?? null,
    variations: variations.map(({ id, name, variation, price, imageUrl }) => ({
      id: Number(id),
      label: variation ?? name,
      price: price?.toFixed() ?? null,
      imageUrl,
    })),
  }
}
