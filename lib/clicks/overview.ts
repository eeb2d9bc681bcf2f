import { db } from '../db'
import { addDays, dayAt, startOfDay } from './periods'
import { findPreviousSpan, quarterEnd, type Span } from './span'
import { cellSum } from './totals'

/** Clicks by people in a span of time, and in the span just as long before it. */
export type PeriodCount = { name: 'today' | 'week' | 'month'; count: number; previous: number }

export type Change =
  | { direction: 'same' }
  /** A change under half a per cent. */
  | { direction: 'about' }
  /** There was nothing to compare with. */
  | { direction: 'new' }
  | { direction: 'up' | 'down'; percent: number }

const periods = [
  { name: 'today', days: 1 },
  { name: 'week', days: 7 },
  { name: 'month', days: 30 },
] as const

/**
 * How many people clicked today, in the last 7 and in the last 30 days (today is one of them), in the store's time
 * zone. Each is compared with the days before it up to the same time of day, so that a morning is not held against
 * a whole day.
 */
export async function countPeriods({
  now,
  timeZone,
}: {
  now: Date
  timeZone: string
}): Promise<PeriodCount[]> {
  const today = dayAt(now, timeZone)
  return Promise.all(
    periods.map(async ({ name, days }) => {
      const from = addDays(today, 1 - days)
      const before = findPreviousSpan({ filters: { from, to: today }, timeZone, now })
      const [count, previous] = await Promise.all([
        countHumans({ start: startOfDay(from, timeZone), end: quarterEnd(now) }),
        before ? countHumans(before) : 0,
      ])
      return { name, count, previous }
    }),
  )
}

/** The change in whole per cent; one that rounds to none is "about" the same. */
export function buildChange({ count, previous }: { count: number; previous: number }): Change {
  if (count === previous) return { direction: 'same' }
  if (previous === 0) return { direction: 'new' }
  const percent = Math.round((Math.abs(count - previous) / previous) * 100)
  if (percent === 0) return { direction: 'about' }
  return { direction: count > previous ? 'up' : 'down', percent }
}

/** Clicks answered but never stored since `since`, because the database and the disk both refused them. */
export async function countUnrecorded(since: Date): Promise<number> {
  const { _sum } = await db().unrecordedClicks.aggregate({
    where: { lastAt: { gte: since } },
    _sum: { count: true },
  })
  return _sum.count ?? 0
}

async function countHumans({ start, end }: Span): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT coalesce(sum(${cellSum({ pageType: null, deviceType: null })}), 0)::int AS count FROM click_totals
    WHERE visitor_kind = 'human' AND quarter >= ${start} AND quarter < ${end}`
  return row?.count ?? 0
}
