import { db } from '../../db'
import { buildCategoryPaths } from '../category-paths'

/** What the routing table has no need of: names, and the rules that do not act. All by id. */
export type Names = Awaited<ReturnType<typeof readNames>>

export type NamedNumber = { id: number; digits: string; label: string; isDemo: boolean }

/** Every category with its path and its current rule, acting or not, and every current number with its name. */
export async function readNames() {
  const [categories, numbers] = await Promise.all([
    db().category.findMany({
      select: {
        id: true,
        name: true,
        parentId: true,
        archivedAt: true,
        rules: { where: { archivedAt: null }, select: { id: true, pausedAt: true, numberId: true } },
      },
    }),
    db().number.findMany({
      where: { archivedAt: null },
      select: { id: true, digits: true, label: true, isDemo: true },
    }),
  ])
  const paths = buildCategoryPaths(categories)
  return {
    categories: new Map(
      categories.map(({ id, name, archivedAt, rules }) => [
        id,
        { path: paths.get(id) ?? [name], archived: archivedAt !== null, rule: rules[0] ?? null },
      ]),
    ),
    numbers: new Map<number, NamedNumber>(numbers.map(number => [number.id, number])),
  }
}
