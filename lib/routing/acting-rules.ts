import { db } from '../db'
import { buildEffectiveRules } from './effective-rules'

export type ActingRule = { id: number; categoryId: number; numberId: number; coversSubcategories: boolean }

/** Active rules: neither they nor their category nor their number archived, nor paused. */
export const activeRule = {
  archivedAt: null,
  pausedAt: null,
  category: { archivedAt: null },
  number: { archivedAt: null },
} as const

/** The rule that acts for each live category, by category id, as the routing table has it; from the database. */
export async function readActingRules(): Promise<Map<number, ActingRule>> {
  const [categories, rules] = await Promise.all([
    db().category.findMany({ select: { id: true, parentId: true, archivedAt: true } }),
    db().routingRule.findMany({
      where: activeRule,
      select: { id: true, categoryId: true, numberId: true, coversSubcategories: true },
    }),
  ])
  const nodes = categories.map(({ id, parentId, archivedAt }) => ({
    id,
    parentId,
    archived: archivedAt !== null,
  }))
  return buildEffectiveRules(nodes, rules)
}
