import { db } from '../db'
import { countRoutes } from './routes'
import type { ClickQuestion } from './scope'

/** `id` and `digits` are null where there was no number to send it to. `previous` is null where there is no period before. */
export type NumberShare = {
  id: number | null
  digits: string | null
  label: string
  isArchived: boolean
  count: number
  previous: number | null
}

/** How much each number gets, most first. */
export async function listNumberShares(question: ClickQuestion & { now: Date }): Promise<NumberShare[]> {
  const routes = await countRoutes(question)
  const sums = new Map<number | null, Pick<NumberShare, 'count' | 'previous'>>()
  for (const { numberId, count, previous } of routes) {
    const sum = sums.get(numberId) ?? { count: 0, previous: previous === null ? null : 0 }
    sum.count += count
    sum.previous = previous === null || sum.previous === null ? null : sum.previous + previous
    sums.set(numberId, sum)
  }
  const numbers = await db().number.findMany({
    where: { id: { in: [...sums.keys()].filter(id => id !== null) } },
    select: { id: true, digits: true, label: true, archivedAt: true },
  })
  const byId = new Map(numbers.map(number => [number.id, number]))
  return [...sums]
    .map(([id, sum]) => {
      const number = id === null ? undefined : byId.get(id)
      const isArchived = Boolean(number?.archivedAt)
      return { id, digits: number?.digits ?? null, label: number?.label ?? '', isArchived, ...sum }
    })
    .sort((a, b) => b.count - a.count || (b.previous ?? 0) - (a.previous ?? 0) || (a.id ?? 0) - (b.id ?? 0))
}
