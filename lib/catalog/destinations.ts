import { db } from '../db'
import type { Destinations } from './destination'

/** Active rules (neither they, their category nor their number archived, nor paused) and the default number. */
export async function readDestinations(): Promise<Destinations> {
  const [rules, numbers, settings] = await Promise.all([
    db().routingRule.findMany({
      where: {
        archivedAt: null,
        pausedAt: null,
        category: { archivedAt: null },
        number: { archivedAt: null },
      },
      select: { id: true, categoryId: true, numberId: true },
    }),
    db().number.findMany({
      where: { archivedAt: null },
      select: { id: true, digits: true, label: true, isDemo: true },
    }),
    db().settings.findUniqueOrThrow({ where: { id: 1 }, select: { defaultNumberId: true } }),
  ])
  const live = numbers.some(number => number.id === settings.defaultNumberId)
  return { rules, numbers, defaultNumberId: live ? settings.defaultNumberId : null }
}
