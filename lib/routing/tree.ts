import { flattenTree } from '../catalog/category-tree'
import { db } from '../db'
import { readActingRules } from './acting-rules'
import { buildCategoryPaths } from './category-paths'

type TreeNumber = { id: number; digits: string; label: string; isDemo: boolean; paused: boolean }

/** A live category, what it says itself and where its orders go. */
export type RoutingNode = {
  id: number
  parentId: number | null
  name: string
  path: string[]
  depth: number
  /** Live products directly in it, variations not counted. */
  products: number
  /** Its own rule that is not archived. */
  own: { id: number; numberId: number; coversSubcategories: boolean; paused: boolean } | null
  /** The rule that acts: its own, or of `categoryId` above; null: the default number. */
  acting: { ruleId: number; categoryId: number } | null
  number: TreeNumber | null
  why: 'own' | 'covered' | 'default'
}

/** The live tree, depth first, each category with the number its orders go to and why. Hours and backups come after. */
export async function listRoutingTree(): Promise<RoutingNode[]> {
  const [categories, acting, numbers, settings, counts] = await Promise.all([
    db().category.findMany({
      where: { archivedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        name: true,
        parentId: true,
        rules: {
          where: { archivedAt: null },
          select: { id: true, numberId: true, coversSubcategories: true, pausedAt: true },
        },
      },
    }),
    readActingRules(),
    db().number.findMany({
      where: { archivedAt: null },
      select: { id: true, digits: true, label: true, isDemo: true, pausedAt: true },
    }),
    db().settings.findUniqueOrThrow({ where: { id: 1 }, select: { defaultNumberId: true } }),
    countProductsByCategory(),
  ])
  const paths = buildCategoryPaths(categories)
  const byId = new Map(
    numbers.map(({ pausedAt, ...number }) => [number.id, { ...number, paused: pausedAt !== null }]),
  )
  return flattenTree(categories).map(({ id, name, parentId, depth, rules: [own] }): RoutingNode => {
    const rule = acting.get(id)
    const numberId = rule?.numberId ?? settings.defaultNumberId
    return {
      id,
      parentId,
      name,
      path: paths.get(id) ?? [name],
      depth,
      products: counts.get(id) ?? 0,
      own: own
        ? {
            id: own.id,
            numberId: own.numberId,
            coversSubcategories: own.coversSubcategories,
            paused: own.pausedAt !== null,
          }
        : null,
      acting: rule ? { ruleId: rule.id, categoryId: rule.categoryId } : null,
      number: (numberId !== null && byId.get(numberId)) || null,
      why: !rule ? 'default' : rule.categoryId === id ? 'own' : 'covered',
    }
  })
}

async function countProductsByCategory(): Promise<Map<number, number>> {
  const rows = await db().$queryRaw<{ categoryId: number; products: number }[]>`
    SELECT pc.category_id AS "categoryId", count(*)::int AS products FROM product_categories pc
    JOIN products p ON p.id = pc.product_id AND p.archived_at IS NULL AND p.parent_id IS NULL GROUP BY 1`
  return new Map(rows.map(row => [row.categoryId, row.products]))
}
