import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'
import { type Actor, changing } from '../history/changing'
import { readActingRules } from '../routing/acting-rules'
import { buildCategoryPaths } from '../routing/category-paths'
import { formatNumber } from '../whatsapp/number'
import type { CategoryEditInput, NewCategoryInput } from './category-input'
import { findSubtree, flattenTree } from './category-tree'

export type CategorySave =
  | { ok: true; id: number }
  | { ok: false; reason: 'name_taken' | 'parent_gone' | 'inside_itself' | 'gone' }

const treeOrder = [{ position: 'asc' }, { id: 'asc' }] satisfies Prisma.CategoryOrderByWithRelationInput[]

/**
 * The live tree, depth first, each category with its products (variations not counted), its own rule, and the one
 * above that acts for it where its own does not.
 */
export async function listCategoryTree() {
  const [categories, counts, acting] = await Promise.all([
    db().category.findMany({
      where: { archivedAt: null },
      orderBy: treeOrder,
      select: {
        id: true,
        name: true,
        parentId: true,
        isDemo: true,
        rules: {
          where: { archivedAt: null },
          select: {
            id: true,
            pausedAt: true,
            number: { select: { digits: true, label: true, isDemo: true } },
          },
        },
      },
    }),
    db().$queryRaw<{ categoryId: number; count: number }[]>`
      select l.category_id as "categoryId", count(*)::int as count from product_categories l
      join products p on p.id = l.product_id and p.archived_at is null group by 1`,
    readActingRules(),
  ])
  const products = new Map(counts.map(row => [row.categoryId, row.count]))
  const byId = new Map(categories.map(category => [category.id, category]))
  return flattenTree(categories).map(({ rules, ...category }) => {
    const above = byId.get(acting.get(category.id)?.categoryId ?? category.id)
    return {
      ...category,
      products: products.get(category.id) ?? 0,
      rule: rules[0] ? presentRule(rules[0]) : null,
      coveredBy:
        above?.rules[0] && above.id !== category.id
          ? { name: above.name, ...presentRule(above.rules[0]) }
          : null,
    }
  })
}

type StoredRule = { id: number; pausedAt: Date | null; number: { digits: string; label: string } }

function presentRule({ id, pausedAt, number }: StoredRule) {
  return { id, pausedAt, label: number.label, number: formatNumber(number.digits) }
}

export type TreeCategory = Awaited<ReturnType<typeof listCategoryTree>>[number]

/** Archived categories, by path. */
export async function listArchivedCategories() {
  const categories = await db().category.findMany({
    select: { id: true, name: true, parentId: true, archivedAt: true },
  })
  const paths = buildCategoryPaths(categories)
  return categories
    .filter(category => category.archivedAt !== null)
    .map(({ id, name }) => ({ id, path: paths.get(id) ?? [name] }))
    .sort((a, b) => a.path.join('\n').localeCompare(b.path.join('\n')))
}

/** Every live category as a path, for choosing, in tree order. */
export async function listCategoryChoices() {
  const categories = await db().category.findMany({
    where: { archivedAt: null },
    orderBy: treeOrder,
    select: { id: true, name: true, parentId: true },
  })
  const paths = buildCategoryPaths(categories)
  return flattenTree(categories).map(({ id, name }) => ({ id, path: paths.get(id) ?? [name] }))
}

/** Adds a category as the last below its parent. Two siblings can't share a name: imports know categories by path. */
export async function createCategory(
  { name, parentId }: NewCategoryInput,
  actor: Actor,
): Promise<CategorySave> {
  return changeTree(actor, async (tx, tree): Promise<CategorySave> => {
    if (parentId !== null && !tree.some(category => category.id === parentId))
      return { ok: false, reason: 'parent_gone' }
    if (isNameTaken(tree, { id: null, name, parentId })) return { ok: false, reason: 'name_taken' }
    const { _max } = await tx.category.aggregate({ where: { parentId }, _max: { position: true } })
    const data = { name, parentId, position: (_max.position ?? -1) + 1 }
    const { id } = await tx.category.create({ data, select: { id: true } })
    return { ok: true, id }
  })
}

/** Renames or moves a category with all that is below it. Its rule and its products stay with it. */
export async function updateCategory(
  { id, name, parentId }: CategoryEditInput,
  actor: Actor,
): Promise<CategorySave> {
  return changeTree(actor, async (tx, tree): Promise<CategorySave> => {
    if (!tree.some(category => category.id === id)) return { ok: false, reason: 'gone' }
    if (parentId !== null && !tree.some(category => category.id === parentId))
      return { ok: false, reason: 'parent_gone' }
    if (parentId !== null && findSubtree(tree, id).has(parentId))
      return { ok: false, reason: 'inside_itself' }
    if (isNameTaken(tree, { id, name, parentId })) return { ok: false, reason: 'name_taken' }
    await tx.category.update({ where: { id }, data: { name, parentId } })
    return { ok: true, id }
  })
}

/** Moves a category one place among its siblings. False at the end of the row. */
export async function moveCategory(id: number, direction: 'up' | 'down'): Promise<boolean> {
  // The order of siblings is for the eye only: it is not in the history.
  return changeTree(null, async (tx, tree) => {
    const parentId = tree.find(category => category.id === id)?.parentId
    const siblings = tree.filter(category => category.parentId === parentId)
    const from = siblings.findIndex(category => category.id === id)
    const to = direction === 'up' ? from - 1 : from + 1
    const other = siblings[to]
    if (from < 0 || !other) return false
    const order = siblings.map(category => category.id)
    order[from] = other.id
    order[to] = id
    for (const [position, siblingId] of order.entries()) {
      await tx.category.update({ where: { id: siblingId }, data: { position } })
    }
    return true
  })
}

/**
 * Archives a category and everything below it. Their rules stop acting at once; products stay, and route by their other
 * categories. Null when it was not live.
 */
export async function archiveCategory(
  id: number,
  now: Date,
  actor: Actor,
): Promise<{ archived: number } | null> {
  return changeTree(actor, async (tx, tree) => {
    const subtree = findSubtree(tree, id)
    if (subtree.size === 0) return null
    await tx.category.updateMany({ where: { id: { in: [...subtree] } }, data: { archivedAt: now } })
    return { archived: subtree.size }
  })
}

/** Restores a category and, where they are archived, the ones above it; their rules act again. */
export async function restoreCategory(id: number, actor: Actor): Promise<CategorySave> {
  return changeTree(actor, async (tx, tree): Promise<CategorySave> => {
    const chain: number[] = []
    for (let next: number | null = id; next !== null && !chain.includes(next); ) {
      const category: ArchivableCategory | null = await tx.category.findUnique({
        where: { id: next },
        select: { id: true, name: true, parentId: true, archivedAt: true },
      })
      if (!category) return { ok: false, reason: 'gone' }
      if (category.archivedAt !== null && isNameTaken(tree, category))
        return { ok: false, reason: 'name_taken' }
      chain.push(category.id)
      next = category.parentId
    }
    await tx.category.updateMany({ where: { id: { in: chain } }, data: { archivedAt: null } })
    return { ok: true, id }
  })
}

type TreeNode = { id: number; name: string; parentId: number | null }
type ArchivableCategory = TreeNode & { archivedAt: Date | null }

/** One change of the tree at a time: two moves at once could close a circle. */
async function changeTree<T>(
  actor: Actor,
  change: (tx: Prisma.TransactionClient, tree: TreeNode[]) => Promise<T>,
): Promise<T> {
  return changing(actor, async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('chatcart.category_tree'))`
    const tree = await tx.category.findMany({
      where: { archivedAt: null },
      orderBy: treeOrder,
      select: { id: true, name: true, parentId: true },
    })
    return change(tx, tree)
  })
}

function isNameTaken(
  tree: TreeNode[],
  wanted: { id: number | null; name: string; parentId: number | null },
): boolean {
  const name = wanted.name.normalize('NFC').toLowerCase()
  return tree.some(
    ({ id, parentId, name: other }) =>
      id !== wanted.id && parentId === wanted.parentId && other.normalize('NFC').toLowerCase() === name,
  )
}
