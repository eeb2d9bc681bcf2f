type TreeNode = { id: number; name: string; parentId: number | null }

/** Each category's names from the root down, by id: `Clothing`, `T-shirts`. A broken or looping parent ends the path. */
export function buildCategoryPaths(categories: readonly TreeNode[]): Map<number, string[]> {
  const byId = new Map(categories.map(category => [category.id, category]))
  return new Map(categories.map(category => [category.id, pathOf(category, byId)]))
}

function pathOf(category: TreeNode, byId: ReadonlyMap<number, TreeNode>): string[] {
  const seen = new Set<number>()
  const path: string[] = []
  let node: TreeNode | undefined = category
  while (node && !seen.has(node.id)) {
    seen.add(node.id)
    path.unshift(node.name)
    node = node.parentId === null ? undefined : byId.get(node.parentId)
  }
  return path
}
