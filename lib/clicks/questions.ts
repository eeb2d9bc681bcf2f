import { db } from '../db'
import type { ClickCursor } from './filters'
import { countPage, selectPage } from './page-query'
import { type ClickQuestion, findClickScope } from './scope'

export type ClickRow = Awaited<ReturnType<typeof selectPage>>[number]
export type ClickPage = { rows: ClickRow[]; hasOlder: boolean; hasNewer: boolean }

/** Clicks on a page of the table: two screens. Twice as many would take a slow phone twice as long to draw. */
export const CLICKS_PER_PAGE = 20

/**
 * One page of the log, newest first, by keyset (time, then id), so that it stays put while clicks arrive.
 * The newest page is always full: a `newer` cursor that reaches the top gets it from there.
 */
export async function listClicks({
  filters,
  timeZone,
  cursor,
  limit,
}: ClickQuestion & { cursor: ClickCursor | null; limit: number }): Promise<ClickPage> {
  const scope = await findClickScope({ filters, timeZone })
  if (!scope) return { rows: [], hasOlder: false, hasNewer: false }
  // From after the period's end downwards is its first page; upwards from there, too.
  const from = cursor && cursor.occurredAt < scope.end ? cursor : null
  const found = await selectPage({ scope, cursor: from, limit: limit + 1 })
  const hasMore = found.length > limit
  const rows = found.slice(0, limit)
  if (from?.direction !== 'newer') return { rows, hasOlder: hasMore, hasNewer: from !== null }
  if (!hasMore) return listClicks({ filters, timeZone, cursor: null, limit })
  return { rows: rows.reverse(), hasOlder: from.occurredAt >= scope.start, hasNewer: true }
}

/** How many matching clicks came after `newest` (null: at all), counted up to `limit`. */
export async function countNewClicks({
  filters,
  timeZone,
  newest,
  limit,
}: ClickQuestion & { newest: Omit<ClickCursor, 'direction'> | null; limit: number }): Promise<number> {
  const scope = await findClickScope({ filters, timeZone })
  if (!scope) return 0
  return countPage({ scope, cursor: newest && { ...newest, direction: 'newer' }, limit })
}

export type ClickNumber = Awaited<ReturnType<typeof listClickNumbers>>[number]

/** Every number a click may have gone to, archived ones too, for the filter. */
export async function listClickNumbers() {
  return db().number.findMany({
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { label: 'asc' }, { id: 'asc' }],
    select: { id: true, digits: true, label: true, archivedAt: true },
  })
}

/** The name behind a product filter; null where the catalogue doesn't know the id. */
export async function findProductName(id: number): Promise<string | null> {
  const product = await db().product.findUnique({ where: { id }, select: { name: true } })
  return product?.name ?? null
}

/** The category behind a rule filter, of a removed rule, too; null where there never was one. */
export async function findRuleCategory(id: number): Promise<number | null> {
  const rule = await db().routingRule.findUnique({ where: { id }, select: { categoryId: true } })
  return rule?.categoryId ?? null
}
