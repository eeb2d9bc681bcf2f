import { z } from 'zod'
import { matcher } from '@/components/ui/combobox-filter'

/** A category as the tree shows it. */
export type TreeNode = {
  id: number
  parentId: number | null
  /** From the top of the tree down to the category itself. */
  path: string[]
  depth: number
  products: number
  /** Its own rule, acting or paused. */
  rule: { id: number; paused: boolean; coversSubcategories: boolean } | null
  why: 'own' | 'covered' | 'default'
  /** The category above whose rule covers it. */
  coveredBy: { ruleId: number; path: string[] } | null
  number: { formatted: string; label: string; isDemo: boolean; away: string | null } | null
}

export const treeQuery = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  why: z.enum(['', 'own', 'covered', 'default']).catch('').default(''),
})

export type TreeQuery = z.output<typeof treeQuery>

export function treeHref({ q, why }: TreeQuery): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (why) params.set('why', why)
  return `/admin/routing/tree${params.size > 0 ? `?${params}` : ''}`
}

type VisibleNode = { node: TreeNode; found: boolean; open: boolean | null }

/**
 * The rows to show, in tree order: what is found with everything above it (`found` false), or without a filter all that
 * is not inside a closed branch. `open` null: there is nothing below it. A word may be anywhere in the path, but one must
 * be in the category's own name or its number's label, else everything below a match would be one, too.
 */
export function visibleNodes(
  nodes: readonly TreeNode[],
  { q, why }: TreeQuery,
  closed: ReadonlySet<number>,
): VisibleNode[] {
  const filtered = q !== '' || why !== ''
  const found = new Set(filtered ? nodes.filter(finder(q, why)).map(({ id }) => id) : [])
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]))
  const kept = filtered ? withAncestors(found, parents) : null
  const hasChildren = new Set(nodes.map(({ parentId }) => parentId))
  const hidden = new Set<number>()
  return nodes.flatMap((node): VisibleNode[] => {
    const { id, parentId } = node
    if (kept) return kept.has(id) ? [{ node, found: found.has(id), open: null }] : []
    // Parents come before their children: one pass is enough.
    const inside = parentId !== null && (hidden.has(parentId) || closed.has(parentId))
    if (inside) hidden.add(id)
    return inside ? [] : [{ node, found: true, open: hasChildren.has(id) ? !closed.has(id) : null }]
  })
}

function finder(q: string, why: TreeQuery['why']): (node: TreeNode) => boolean {
  const all = matcher(q)
  const each = q.split(/\s+/).filter(Boolean).map(matcher)
  return node => {
    if (why !== '' && node.why !== why) return false
    const label = node.number?.label ?? ''
    const own = `${node.path.at(-1)} ${label}`
    return all(`${node.path.join(' ')} ${label}`) && (each.length === 0 || each.some(word => word(own)))
  }
}

function withAncestors(ids: ReadonlySet<number>, parents: ReadonlyMap<number, number | null>): Set<number> {
  const kept = new Set<number>()
  for (const id of ids)
    for (let next: number | null | undefined = id; typeof next === 'number' && !kept.has(next); ) {
      kept.add(next)
      next = parents.get(next)
    }
  return kept
}

/** These categories and everything below them. */
export function withBelow(nodes: readonly TreeNode[], ids: ReadonlySet<number>): Set<number> {
  const all = new Set(ids)
  for (const { id, parentId } of nodes) if (parentId !== null && all.has(parentId)) all.add(id)
  return all
}
