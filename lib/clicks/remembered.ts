import { createHash } from 'node:crypto'
import { db } from '../db'
import type { ClickScope } from './scope'
import { monthsTouched, type Span } from './span'

type Question<Answer> = {
  /** Tells this question from others about the same clicks. */
  name: string
  scope: ClickScope
  /** The period before, where the answer is held against it. */
  previous: Span | null
  ask: () => Promise<Answer>
}

const MOST = 100
/** Well below the day after which changes are swept (feed.ts): whatever changed since an answer is still on record. */
const MOST_MS = 60 * 60_000
const kept = new Map<string, { state: string; at: number; answer: Promise<unknown> }>()

/**
 * An answer about clicks by people, asked for once until another click comes or is deleted in the months of its periods,
 * or the catalogue or routing changes, and for an hour at most. Who asks meanwhile shares it.
 */
export async function remembered<Answer>({ name, scope, previous, ask }: Question<Answer>): Promise<Answer> {
  const { start, end, filters, conditions } = scope
  if (filters.visitors !== 'human') return ask()
  // With the conditions, as words and categories may have been turned into products before the catalogue changed.
  const about = JSON.stringify([
    name,
    conditions.map(({ sql, values }) => [sql, values]),
    start,
    end,
    previous,
  ])
  const key = createHash('sha256').update(about).digest('base64')
  const state = await readState({ start: previous?.start ?? start, end })
  const known = kept.get(key)
  const at = Date.now()
  // Of one name and one key there is one type.
  if (known?.state === state && at - known.at < MOST_MS) return known.answer as Promise<Answer>
  if (!known && kept.size >= MOST) kept.clear()
  const answer = ask()
  kept.set(key, { state, at, answer })
  answer.catch(() => kept.get(key)?.answer === answer && kept.delete(key))
  return answer
}

/**
 * Another text whenever an answer may be another one, unless as many clicks are deleted as come between two questions:
 * only the demo store's are ever deleted, and retention keeps the sums.
 */
async function readState(span: Span): Promise<string> {
  const { first, last } = monthsTouched(span)
  const [row] = await db().$queryRaw<{ state: string }[]>`
    SELECT concat_ws(' ',
      (SELECT sum(clicks) FROM click_route_months WHERE month BETWEEN ${first}::date AND ${last}::date),
      -- The highest id alone would miss a change that was begun earlier and committed later.
      (SELECT concat_ws(' ', count(*), sum(id)) FROM routing_changes)) AS state`
  return row?.state ?? ''
}
