import { db } from '../db'
import { addDays, dayAt, startOfDay } from './periods'

export type Retention = Awaited<ReturnType<typeof getRetention>>

export type RetentionRun =
  | { outcome: 'done' | 'stopped'; archived: number }
  /** Clicks are kept for ever. */
  | { outcome: 'off' }
  /** Another process is at it. */
  | { outcome: 'busy' }

const DAY = 24 * 60 * 60_000
/** Rows in one transaction: a fraction of a second, so that the recorder hardly waits. */
const BATCH = 5_000
/** The two-key form has a space of its own: no other lock of ours is in it. */
const LOCK = [7_401, 634] as const

/**
 * How long clicks are kept one by one (`keepDays`, null: for ever), up to when they were archived, and the job's last and
 * next run. A run is under way, or was interrupted, where `lastFinishedAt` is before `lastRunAt`.
 */
export async function getRetention() {
  return db().clickRetention.findUniqueOrThrow({ where: { id: 1 }, omit: { id: true } })
}

/** How many clicks would go with `keepDays`, were it run now. */
export async function countToArchive(input: {
  keepDays: number
  now: Date
  timeZone: string
}): Promise<number> {
  return db().clickEvent.count({ where: { occurredAt: { lt: findCut(input) } } })
}

/** Sets how long clicks are kept; the next run is then due at once. What was archived does not come back. */
export async function updateRetention({
  keepDays,
  now,
}: {
  keepDays: number | null
  now: Date
}): Promise<void> {
  await db().clickRetention.update({
    where: { id: 1 },
    data: { keepDays, nextRunAt: keepDays === null ? null : now },
  })
}

/**
 * Moves every click older than the kept days into the archive: batch by batch, each in a transaction of its own, so that
 * it may be interrupted anywhere and carries on with the next run, which also takes clicks that came late. One process
 * at a time. Days are those of `timeZone`.
 */
export async function runRetention({
  now,
  timeZone,
  signal,
}: {
  now: Date
  timeZone: string
  signal?: AbortSignal
}): Promise<RetentionRun> {
  throw new Error(`to come ${now} ${timeZone} ${signal} ${DAY} ${BATCH} ${LOCK}`)
}

/** The first instant of the oldest day that is kept whole: today and the `keepDays` before it. */
function findCut({ keepDays, now, timeZone }: { keepDays: number; now: Date; timeZone: string }): Date {
  return startOfDay(addDays(dayAt(now, timeZone), -keepDays), timeZone)
}
