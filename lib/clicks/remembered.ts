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
const kept = new Map<string, { state: string; answer: Promise<unknown> }>()

/**
 * An answer about clicks by people, asked for once until another click comes or is deleted in the months of its periods,
 * or the catalogue or routing changes. Who asks meanwhile shares it.
 */
export async function remembered<Answer>({ name, scope, previous, ask }: Question<Answer>): Promise<Answer> {
  const { start, end, filters } = scope
  if (filters.visitors !== 'human') return ask()
  const key = JSON.stringify([name, filters, start, end, previous])
  const state = await readState({ start: previous?.start ?? start, end })
  const known = kept.get(key)
  // Of one name and one key there is one type.
  if (known?.state === state) return known.answer as Promise<Answer>
  if (kept.size >= MOST) kept.clear()
  const answer = ask()
  kept.set(key, { state, answer })
  answer.catch(() => kept.delete(key))
  return answer
}

/** Another text whenever an answer may be another one. */
async function readState(span: Span): Promise<string> {
  const { first, last } = monthsTouched(span)
  const [row] = await db().$queryRaw<{ state: string }[]>`
    SELECT concat_ws(' ',
      (SELECT sum(clicks) FROM click_route_months WHERE month BETWEEN ${first}::date AND ${last}::date),
      -- The highest id alone would miss a change that was begun earlier and committed later.
      (SELECT concat_ws(' ', count(*), sum(id)) FROM routing_changes)) AS state`
  return row?.state ?? ''
}
