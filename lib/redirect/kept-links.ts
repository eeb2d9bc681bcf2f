import type { RoutingTable } from '../routing/table'

const most = 2_000
const longestKey = 200

const links = new WeakMap<RoutingTable, Map<string, string>>()

/**
 * The link for what was asked, written once per routing table: a campaign asks for the same few again and again, and
 * writing one is a seventh of a redirect's cost (measured). Every change makes another table, so no link outlives its facts.
 */
export function keptLink(table: RoutingTable, asked: string, write: () => string): string {
  let kept = links.get(table)
  if (!kept) {
    kept = new Map()
    links.set(table, kept)
  }
  const known = kept.get(asked)
  if (known !== undefined) return known
  const link = write()
  if (kept.size >= most) kept.clear()
  if (asked.length <= longestKey) kept.set(asked, link)
  return link
}
