import { db } from '../db'
import { readActingRules } from '../routing/acting-rules'
import type { Destinations } from './destination'

/** The rule that acts for each category, the numbers, and the default number. */
export async function readDestinations(): Promise<Destinations> {
  const [acting, numbers, settings] = await Promise.all([
    readActingRules(),
    db().number.findMany({
      where: { archivedAt: null },
      select: { id: true, digits: true, label: true, isDemo: true, pausedAt: true },
    }),
    db().settings.findUniqueOrThrow({ where: { id: 1 }, select: { defaultNumberId: true } }),
  ])
  const live = numbers.some(number => number.id === settings.defaultNumberId)
  return {
    rules: [...acting].map(([categoryId, rule]) => ({
      id: rule.id,
      categoryId,
      ruleCategoryId: rule.categoryId,
      numberId: rule.numberId,
    })),
    numbers: numbers.map(({ pausedAt, ...number }) => ({ ...number, paused: pausedAt !== null })),
    defaultNumberId: live ? settings.defaultNumberId : null,
  }
}
