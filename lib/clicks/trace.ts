import { z } from 'zod'
import { db } from '../db'
import { buildCategoryPaths } from '../routing/category-paths'

export type ClickTrace = NonNullable<Awaited<ReturnType<typeof findClick>>>

/**
 * One click with all that explains it, the names as they are today: what it was on, which category's rule decided,
 * and the number it went to. `categoryPath` and those of the product's categories run from the root down; the
 * product's are in its own order, which decides. Null where no such click is kept.
 */
export async function findClick(id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const click = await db().clickEvent.findUnique({ where: { id } })
  if (!click) return null
  const [product, categories, number, rule] = await Promise.all([
    click.productId === null ? null : findProduct(click.productId),
    db().category.findMany({ select: { id: true, name: true, parentId: true } }),
    click.numberId === null
      ? null
      : db().number.findUnique({ where: { id: click.numberId }, select: { label: true, archivedAt: true } }),
    click.ruleId === null
      ? null
      : db().routingRule.findUnique({
          where: { id: click.ruleId },
          select: {
            id: true,
            pausedAt: true,
            archivedAt: true,
            number: { select: { digits: true, label: true } },
          },
        }),
  ])
  const paths = buildCategoryPaths(categories)
  return {
    ...click,
    productId: click.productId === null ? null : Number(click.productId),
    product: product && {
      name: product.name,
      variation: product.variation,
      sku: product.sku,
      imageUrl: product.imageUrl,
      isArchived: product.archivedAt !== null,
      categories: (product.parent ?? product).categories.map(({ categoryId }) => ({
        id: categoryId,
        path: paths.get(categoryId) ?? [],
      })),
    },
    categoryPath: click.categoryId === null ? null : (paths.get(click.categoryId) ?? null),
    numberLabel: number?.label ?? null,
    numberIsArchived: Boolean(number?.archivedAt),
    /** The rule as it is today: it may send elsewhere by now. */
    rule,
  }
}

const inOrder = { orderBy: { position: 'asc' }, select: { categoryId: true } } as const

function findProduct(id: bigint) {
  return db().product.findUnique({
    where: { id },
    select: {
      name: true,
      variation: true,
      sku: true,
      imageUrl: true,
      archivedAt: true,
      categories: inOrder,
      parent: { select: { categories: inOrder } },
    },
  })
}
