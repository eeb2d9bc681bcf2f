import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'
import { type Actor, changing } from '../history/changing'
import { canonicalPrice } from './import/price-style'
import { linkCategories } from './product-categories'
import type { NewProductInput, ProductEditInput } from './product-input'

export type ProductSave =
  | { ok: true; id: number }
  | { ok: false; reason: 'id_taken' | 'gone' | 'changed_meanwhile' | 'parent_gone' }

const productFields = {
  id: true,
  sku: true,
  name: true,
  variation: true,
  price: true,
  currency: true,
  url: true,
  imageUrl: true,
  isDemo: true,
  archivedAt: true,
  updatedAt: true,
} satisfies Prisma.ProductSelect

type StoredProduct = Prisma.ProductGetPayload<{ select: typeof productFields }>

function present(product: StoredProduct) {
  const price = product.price === null ? null : canonicalPrice(product.price.toFixed())
  return { ...product, id: Number(product.id), price }
}

/** A product with its categories in order (archived ones left out), its parent and its variations. Null for an unknown id. */
export async function findProduct(id: number) {
  const found = await db().product.findUnique({
    where: { id: BigInt(id) },
    select: {
      ...productFields,
      parent: { select: { id: true, name: true, categories: categoryIds() } },
      categories: categoryIds(),
      variations: { select: productFields, orderBy: { id: 'asc' }, take: 500 },
    },
  })
  if (!found) return null
  const { parent, categories, variations, ...product } = found
  return {
    ...present(product),
    parent: parent && { id: Number(parent.id), name: parent.name },
    categoryIds: (parent ?? { categories }).categories.map(link => link.categoryId),
    variations: variations.map(present),
  }
}

function categoryIds() {
  return {
    select: { categoryId: true },
    where: { category: { archivedAt: null } },
    orderBy: { position: 'asc' },
  } satisfies Prisma.Product$categoriesArgs
}

/** Adds a product, or a variation of one. The id is the store's own, so it is the caller's. */
export async function createProduct(input: NewProductInput, actor: Actor): Promise<ProductSave> {
  const { id, parentId, categoryIds, ...fields } = input
  return changing(actor, async (tx): Promise<ProductSave> => {
    if (parentId !== null && !(await isPossibleParent(tx, parentId, id)))
      return { ok: false, reason: 'parent_gone' }
    const isVariation = parentId !== null
    const created = await tx.product.createMany({
      data: {
        ...fields,
        variation: isVariation ? fields.variation : null,
        id: BigInt(id),
        parentId: isVariation ? BigInt(parentId) : null,
      },
      skipDuplicates: true,
    })
    if (created.count === 0) return { ok: false, reason: 'id_taken' }
    if (!isVariation) await linkCategories(tx, id, categoryIds)
    return { ok: true, id }
  })
}

async function isPossibleParent(
  tx: Prisma.TransactionClient,
  parentId: number,
  id: number,
): Promise<boolean> {
  if (parentId === id) return false
  const parent = await tx.product.findFirst({
    where: { id: BigInt(parentId), parentId: null, archivedAt: null },
    select: { id: true },
  })
  return parent !== null
}

/** Saves an edit of a product or a variation. Its categories have a save of their own: `updateProductCategories`. */
export async function updateProduct(input: ProductEditInput, actor: Actor): Promise<ProductSave> {
  const { id, version, ...fields } = input
  return changing(actor, async (tx): Promise<ProductSave> => {
    const rows = await tx.$queryRaw<{ isVariation: boolean; updatedAt: Date }[]>`
      select parent_id is not null as "isVariation", updated_at as "updatedAt" from products
      where id = ${BigInt(id)} for update`
    const stored = rows[0]
    if (!stored) return { ok: false, reason: 'gone' }
    if (stored.updatedAt.getTime() !== version.getTime()) return { ok: false, reason: 'changed_meanwhile' }
    const variation = stored.isVariation ? fields.variation : null
    await tx.product.update({ where: { id: BigInt(id) }, data: { ...fields, variation } })
    return { ok: true, id }
  })
}

/** Archives a product and its variations: its links then go to the default number. False when it was not live. */
export async function archiveProduct(id: number, now: Date): Promise<boolean> {
  const { count } = await db().product.updateMany({
    where: { archivedAt: null, OR: [{ id: BigInt(id) }, { parentId: BigInt(id) }] },
    data: { archivedAt: now },
  })
  return count > 0
}

/** Restores a product with the variations that were archived with it; a variation brings its parent along. */
export async function restoreProduct(id: number): Promise<boolean> {
  const product = await db().product.findUnique({
    where: { id: BigInt(id) },
    select: { archivedAt: true, parentId: true },
  })
  if (!product?.archivedAt) return false
  const together: Prisma.ProductWhereInput[] = [
    { id: BigInt(id) },
    { parentId: BigInt(id), archivedAt: product.archivedAt },
  ]
  if (product.parentId !== null) together.push({ id: product.parentId })
  await db().product.updateMany({ where: { OR: together }, data: { archivedAt: null } })
  return true
}
