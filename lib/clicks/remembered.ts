import { createHash } from 'node:crypto'
import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import type { ClickScope } from './scope'
import { monthsTouched, type Span } from './span'
import { cellSum, totalsOf } from './totals'

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
 * An answer about clicks, asked for once until another one comes or is deleted in its periods or the months of them, or the
 * catalogue or routing changes, and for an hour at most. Who asks meanwhile shares it.
 */
export async function remembered<Answer>({ name, scope, previous, ask }: Question<Answer>): Promise<Answer> {
  const { start, end, filters, conditions } = scope
  // With the conditions, as words and categories may have been turned into products before the catalogue changed.
  const about = JSON.stringify([
    name,
    conditions.map(({ sql, values }) => [sql, values]),
    start,
    end,
    previous,
  ])
  const key = createHash('sha256').update(about).digest('base64')
  const state = await readState({ start: previous?.start ?? start, end }, filters.visitors === 'human')
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

/** What `ask` says of `totalsOf` a scope within a span: remembered where that takes reading the clicks. */
export function askTotals<Answer>({
  name,
  scope,
  span,
  ask,
}: {
  name: string
  scope: ClickScope
  span: Span
  ask: (totals: Prisma.Sql) => Promise<Answer>
}): Promise<Answer> {
  const answer = () => ask(totalsOf(scope, span))
  return scope.quarters ? answer() : remembered({ name, scope, previous: span, ask: answer })
}

/**
 * Another text whenever an answer may be another one, unless as many clicks are deleted as come between two questions:
 * only the demo store's are ever deleted, and retention keeps the sums.
 */
async function readState(span: Span, isHuman: boolean): Promise<string> {
  const { first, last } = monthsTouched(span)
  // The months are of people, and far fewer rows.
  const clicks = isHuman
    ? Prisma.sql`SELECT sum(clicks) FROM click_route_months WHERE month BETWEEN ${first}::date AND ${last}::date`
    : Prisma.sql`SELECT sum(${cellSum({ pageType: null, deviceType: null })}) FROM click_totals
        WHERE quarter >= ${span.start} AND quarter < ${span.end}`
  const [row] = await db().$queryRaw<{ state: string }[]>`
    SELECT concat_ws(' ',
      (${clicks}),
      -- The highest id alone would miss a change that was begun earlier and committed later.
      (SELECT concat_ws(' ', count(*), sum(id)) FROM routing_changes)) AS state`
  return row?.state ?? ''
}
