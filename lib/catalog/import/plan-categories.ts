export type ExistingCategory = {
  id: number
  parentId: number | null
  name: string
  archived: boolean
  isDemo: boolean
}

/**
 * A category the file needs that is not there as it should be: to be created (`id` null), or, if archived or part of the
 * demo, to be taken over. `key` is the path's key, `parentKey` its parent's.
 */
export type PlannedCategory = {
  id: number | null
  key: string
  parentKey: string | null
  name: string
  path: string
  change: 'create' | 'restore' | 'keep'
}

/** A path of the file: the id of the category it stands for, null while there is none. */
export type KnownCategory = { id: number | null; name: string; archived: boolean }

/** One key per path, whatever its capitals: WooCommerce's CSV has no category ids, the path is the key. */
export function categoryKey(path: readonly string[]): string {
  return path.map(name => name.normalize('NFC').toLowerCase()).join('\n')
}

/**
 * Matches paths with the tree, each step below the last. An archived category is matched only where there is no live one.
 * `planned` lists parents before children; `known` holds every path the file names, and every step to it, by key.
 */
export function planCategories(paths: string[][], existing: ExistingCategory[]) {
  const children = new Map<string, ExistingCategory>()
  for (const category of existing) {
    const key = `${category.parentId ?? ''}\n${category.name.normalize('NFC').toLowerCase()}`
    const other = children.get(key)
    if (!other || (other.archived && !category.archived)) children.set(key, category)
  }
  const known = new Map<string, KnownCategory>()
  const planned: PlannedCategory[] = []
  for (const path of paths) {
    let parentKey: string | null = null
    let parentId: number | null = null
    for (const [index, name] of path.entries()) {
      const steps = path.slice(0, index + 1)
      const key = categoryKey(steps)
      let entry: KnownCategory | undefined = known.get(key)
      if (!entry) {
        const reachable: boolean = index === 0 || parentId !== null
        const match: ExistingCategory | undefined = reachable
          ? children.get(`${parentId ?? ''}\n${name.normalize('NFC').toLowerCase()}`)
          : undefined
        entry = { id: match?.id ?? null, name: match?.name ?? name, archived: match?.archived ?? false }
        known.set(key, entry)
        const change = !match ? 'create' : match.archived ? 'restore' : match.isDemo ? 'keep' : null
        if (change) planned.push({ id: entry.id, key, parentKey, name, path: steps.join(' > '), change })
      }
      parentKey = key
      parentId = entry.id
    }
  }
  return { planned, known }
}
