import type { PoolClient } from 'pg'
import { z } from 'zod'
import { db, pool } from '../db'
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
const LOCK = [7_401, 634]

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
export async function runRetention(input: {
  now: () => Date
  timeZone: string
  signal?: AbortSignal
  batchSize?: number
}): Promise<RetentionRun> {
  const client = await pool().connect()
  // A connection that breaks says so here as well; unheard, that would end the process.
  client.on('error', ignore)
  try {
    const lock = await client.query('SELECT pg_try_advisory_lock($1, $2) AS held', LOCK)
    const run: RetentionRun = lock.rows[0]?.held ? await archiveAll(client, input) : { outcome: 'busy' }
    if (run.outcome !== 'busy') await client.query('SELECT pg_advisory_unlock($1, $2)', LOCK)
    client.off('error', ignore)
    client.release()
    return run
  } catch (error) {
    // Ends the session, and with it the lock and whatever it was waiting for.
    client.release(true)
    throw error
  }
}

const ignore = () => {}

async function archiveAll(
  client: PoolClient,
  { now, timeZone, signal, batchSize = BATCH }: Parameters<typeof runRetention>[0],
): Promise<RetentionRun> {
  const { keepDays } = await getRetention()
  if (keepDays === null) return { outcome: 'off' }
  const startedAt = now()
  const cut = findCut({ keepDays, now: startedAt, timeZone })
  await client.query('UPDATE click_retention SET last_run_at = $1, last_archived = 0', [startedAt])
  for (let archived = 0; ; ) {
    if (signal?.aborted) return { outcome: 'stopped', archived }
    const count = await archiveBatch(client, cut, batchSize)
    archived += count
    if (count === batchSize) continue
    await client.query(
      'UPDATE click_retention SET last_finished_at = $1, next_run_at = $2 WHERE keep_days IS NOT NULL',
      [now(), new Date(startedAt.getTime() + DAY)],
    )
    return { outcome: 'done', archived }
  }
}

/** The oldest clicks before `cut`, gone from the log and in the archive at once. */
async function archiveBatch(client: PoolClient, cut: Date, size: number): Promise<number> {
  await client.query('BEGIN')
  try {
    await client.query("SET LOCAL chatcart.archiving = 'on'")
    const { rows } = await client.query(moveBatch, [cut, size])
    const { count, last } = moved.parse(rows[0])
    await client.query(markProgress, [count < size ? cut : last, count])
    await client.query('COMMIT')
    return count
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

const moved = z.object({ count: z.coerce.number(), last: z.date().nullable() })

const moveBatch = `
  WITH gone AS (
    DELETE FROM click_events WHERE id = ANY(ARRAY(
      SELECT id FROM click_events WHERE occurred_at < $1 ORDER BY occurred_at, id LIMIT $2
    )) RETURNING *
  ), kept AS (
    INSERT INTO archived_clicks AS archived (quarter, product_id, page_type, device_type, number_id, rule_id, reason,
      visitor_kind, kind_reason, count)
    SELECT date_bin('15 minutes', occurred_at, '2000-01-01Z'), product_id, page_type, device_type, number_id, rule_id,
      reason, visitor_kind, kind_reason, count(*)
    FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ON CONFLICT (quarter, product_id, page_type, device_type, number_id, rule_id, reason, visitor_kind, kind_reason)
      DO UPDATE SET count = archived.count + excluded.count
  )
  SELECT count(*) AS count, date_bin('15 minutes', max(occurred_at), '2000-01-01Z') + interval '15 minutes' AS last FROM gone`

/**
 * As far as clicks are gone: what is left of the last quarter of an hour is late, like what comes there afterwards. A longer
 * time set later does not bring them back.
 */
const markProgress = `
  UPDATE click_retention SET archived_before = greatest(archived_before, $1), last_archived = last_archived + $2`

/** The first instant of the oldest day that is kept whole: today and the `keepDays` before it. */
function findCut({ keepDays, now, timeZone }: { keepDays: number; now: Date; timeZone: string }): Date {
  return startOfDay(addDays(dayAt(now, timeZone), -keepDays), timeZone)
}
