type TreeNode = { id: number; parentId: number | null }

type Placed<T> = T & { depth: number; first: boolean; last: boolean }

/** Depth first, siblings in the given order, with each one's depth. A category below one that is missing stands at the root. */
export function flattenTree<T extends TreeNode>(categories: readonly T[]): Placed<T>[] {
  const known = new Set(categories.map(category => category.id))
  const children = new Map<number | null, T[]>()
  for (const category of categories) {
    const parentId = category.parentId !== null && known.has(category.parentId) ? category.parentId : null
    children.set(parentId, [...(children.get(parentId) ?? []), category])
  }
  const flat: Placed<T>[] = []
  const visit = (parentId: number | null, depth: number) => {
    const siblings = children.get(parentId) ?? []
    for (const [index, category] of siblings.entries()) {
      flat.push({ ...category, depth, first: index === 0, last: index === siblings.length - 1 })
      visit(category.id, depth + 1)
    }
  }
  visit(null, 0)
  return flat
}

/** A category and everything below it, or nothing when it is not there. Ends even where the data runs in a circle. */
export function findSubtree(categories: readonly TreeNode[], id: number): Set<number> {
  const subtree = new Set(categories.filter(category => category.id === id).map(category => category.id))
  for (let size = 0; size !== subtree.size; ) {
    size = subtree.size
    for (const { id: child, parentId } of categories)
      if (parentId !== null && subtree.has(parentId)) subtree.add(child)
  }
  return subtree
}
