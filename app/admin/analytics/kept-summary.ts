import { buildClickQuery } from '@/lib/clicks/filters'
import type { ClickQuestion } from '@/lib/clicks/questions'
import { type ClickSummary, summarizeClicks } from '@/lib/clicks/summary'

const KEEP_MS = 5 * 60_000
const MAX_KEPT = 50
const kept = new Map<string, { at: number; summary: Promise<ClickSummary> }>()

/**
 * The summary above a page of the table. The newest page asks afresh; going down the pages keeps what
 * stood there, because over millions of clicks a summary takes seconds where a page takes milliseconds.
 */
export function summaryFor(
  question: ClickQuestion & { mayBeKept: boolean; now: Date },
): Promise<ClickSummary> {
  const { filters, timeZone, mayBeKept, now } = question
  // The query alone would not do: "today" is another day tomorrow.
  const key = `${timeZone} ${filters.from} ${filters.to} ${buildClickQuery(filters)}`
  const known = kept.get(key)
  if (known && mayBeKept && now.getTime() - known.at < KEEP_MS) return known.summary
  const summary = summarizeClicks({ filters, timeZone })
  kept.delete(key)
  kept.set(key, { at: now.getTime(), summary })
  const [oldest] = kept.keys()
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  summary.catch(() => kept.delete(key))
  return summary
}
