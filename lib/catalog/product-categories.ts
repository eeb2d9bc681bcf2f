import type { Prisma } from '../generated/prisma/client'
import { type Actor, changing } from '../history/changing'
import type { ProductCategoriesInput } from './product-input'

export type CategoriesSave =
  | { ok: true }
  | { ok: false; reason: 'gone' }
  /** Somebody else saved first: `categoryIds` is the order as it is now. */
  | { ok: false; reason: 'changed_meanwhile'; categoryIds: number[] }

/** Puts a product into these categories, in this order, unless they are no longer as `seen`. Variations have none. */
export async function updateProductCategories(
  input: ProductCategoriesInput,
  actor: Actor,
): Promise<CategoriesSave> {
  const { id, seen, categoryIds } = input
  return changing(actor, async (tx): Promise<CategoriesSave> => {
    const [product] = await tx.$queryRaw<{ isVariation: boolean }[]>`
      select parent_id is not null as "isVariation" from products where id = ${BigInt(id)} for update`
    if (!product || product.isVariation) return { ok: false, reason: 'gone' }
    const links = await tx.productCategory.findMany({
      where: { productId: BigInt(id), category: { archivedAt: null } },
      orderBy: { position: 'asc' },
      select: { categoryId: true },
    })
    const stored = links.map(link => link.categoryId)
    if (stored.join() !== seen.join()) return { ok: false, reason: 'changed_meanwhile', categoryIds: stored }
    await linkCategories(tx, id, categoryIds)
    return { ok: true }
  })
}

/** Categories that were archived meanwhile are left out; links to archived ones stay, behind, for when they are restored. */
export async function linkCategories(
  tx: Prisma.TransactionClient,
  id: number,
  categoryIds: readonly number[],
): Promise<void> {
  const productId = BigInt(id)
  const [live, archived] = await Promise.all([
    tx.category.findMany({
      where: { id: { in: [...categoryIds] }, archivedAt: null },
      select: { id: true },
    }),
    tx.productCategory.findMany({
      where: { productId, category: { archivedAt: { not: null } } },
      orderBy: { position: 'asc' },
      select: { categoryId: true },
    }),
  ])
  const known = new Set(live.map(category => category.id))
  const kept = [
    ...categoryIds.filter(categoryId => known.has(categoryId)),
    ...archived.map(link => link.categoryId),
  ]
  await tx.productCategory.deleteMany({ where: { productId } })
  await tx.productCategory.createMany({
    data: kept.map((categoryId, position) => ({ productId, categoryId, position })),
  })
}
