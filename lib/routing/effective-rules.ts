type CategoryNode = { id: number; parentId: number | null; archived: boolean }

type CategoryRule = { categoryId: number; coversSubcategories: boolean }

/**
 * The rule that acts for each category, by category id: its own, else that of the nearest category above whose rule covers
 * what is below it. `rules` are the active ones, one per category at most. An archived category has none, and its own
 * covers nothing, but what lies above it reaches through. A broken or looping parent ends the way up.
 */
export function buildEffectiveRules<Rule extends CategoryRule>(
  categories: readonly CategoryNode[],
  rules: readonly Rule[],
): Map<number, Rule> {
  const byId = new Map(categories.map(category => [category.id, category]))
  const own = new Map(rules.map(rule => [rule.categoryId, rule]))
  const effective = new Map<number, Rule>()
  for (const category of categories) {
    const rule = category.archived ? undefined : findRule(category, byId, own)
    if (rule) effective.set(category.id, rule)
  }
  return effective
}

function findRule<Rule extends CategoryRule>(
  category: CategoryNode,
  byId: ReadonlyMap<number, CategoryNode>,
  own: ReadonlyMap<number, Rule>,
): Rule | undefined {
  const seen = new Set<number>()
  for (let node: CategoryNode | undefined = category; node && !seen.has(node.id); ) {
    seen.add(node.id)
    const rule = node.archived ? undefined : own.get(node.id)
    if (rule && (node === category || rule.coversSubcategories)) return rule
    node = node.parentId === null ? undefined : byId.get(node.parentId)
  }
  return undefined
}
