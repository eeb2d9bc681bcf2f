import { findRule } from '../routing/decide'

type KnownNumber = { id: number; digits: string; label: string; isDemo: boolean; paused: boolean }

/** The numbers orders can go to, in a shape that reaches the browser: what a product form needs to say where orders go. */
export type Destinations = {
  /** By category: its own rule, else the nearest above that covers it (`ruleCategoryId`). */
  rules: { id: number; categoryId: number; ruleCategoryId: number; numberId: number }[]
  defaultNumberId: number | null
  numbers: KnownNumber[]
}

/**
 * Whose orders a product's with these categories, in this order, are; found by the redirect's own function. Hours, pauses
 * and backups come after it and are told by the tester, which knows a moment. `categoryId` is the category that matched.
 */
export function decideDestination(
  { rules, numbers, defaultNumberId }: Destinations,
  categoryIds: readonly number[],
) {
  const byCategory = new Map(rules.map(rule => [rule.categoryId, rule]))
  const rule = findRule(byCategory, categoryIds)
  const numberId = rule?.numberId ?? defaultNumberId
  return {
    number: numbers.find(number => number.id === numberId) ?? null,
    categoryId: rule?.categoryId ?? null,
    ruleCategoryId: rule?.ruleCategoryId ?? null,
    reason: rule ? 'rule' : categoryIds.length === 0 ? 'no_category' : 'no_rule',
  } as const
}
