type Node = {
  id: number
  parentId: number | null
  own: { coversSubcategories: boolean; paused: boolean } | null
}

/**
 * What a rule on this category would act for if it covered its subcategories: those below it without an active rule of
 * their own or of one nearer that covers them. In the given order, without the category itself.
 */
export function listCoveredCategories<Category extends Node>(
  tree: readonly Category[],
  categoryId: number,
): Category[] {
  const covered = new Set([categoryId])
  // Parents come before their children: one pass is enough.
  return tree.filter(({ id, parentId, own }) => {
    if (id === categoryId || parentId === null || !covered.has(parentId)) return false
    const hasOwn = own !== null && !own.paused
    // Below a rule that covers only itself, this one still reaches.
    if (!hasOwn || !own.coversSubcategories) covered.add(id)
    return !hasOwn
  })
}
