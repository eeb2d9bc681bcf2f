import { beforeEach, expect, test, vi } from 'vitest'
import { db, pool } from '../db'
import { uuidv7 } from '../uuid'
import { bytesOf, clickOn } from './click.fixture'
import { countClicks } from './count-clicks'
import { parseClickFilters } from './filters'
import { insertClicks } from './insert-clicks'
import { getRetention, runRetention, updateRetention } from './retention'
import { isDue, RetentionJob } from './retention-job'

const now = new Date('2026-11-23T12:00:00Z')
const old = Date.parse('2026-01-01T00:00:00Z')
const run = () => runRetention({ now: () => now, timeZone: 'UTC' })
const countKept = () => db().clickEvent.count()
const eventually = (check: () => unknown) => vi.waitFor(check, { interval: 20, timeout: 5_000 })

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE click_events`
  await db().settings.upsert({
    where: { id: 1 },
    update: {},
    create: { id: 1, productTemplate: '-', cartTemplate: '-', checkoutTemplate: '-', floatingTemplate: '-' },
  })
  await insertClicks(bytesOf([clickOn(1, { occurredAt: old }), clickOn(2, { occurredAt: now.getTime() })]))
  await updateRetention({ keepDays: 30, now })
})

test('a connection that breaks in the middle fails the run alone; the next one carries on', async () => {
  const holder = await pool().connect()
  await holder.query('BEGIN; LOCK archived_clicks')
  const broken = run().catch(String)
  await eventually(async () => {
    const ended = await db().$queryRaw<unknown[]>`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
        AND wait_event_type = 'Lock' AND query LIKE '%archived_clicks%'`
    expect(ended).toHaveLength(1)
  })
  expect(await broken).toMatch(/terminat/)
  await holder.query('ROLLBACK')
  holder.release()
  expect(await countKept()).toBe(2)
  await eventually(async () => expect(await run()).toEqual({ outcome: 'done', archived: 1 }))
  expect(await countKept()).toBe(1)
})

test.each([
  ['now', 0, true],
  ['in an hour', 3_600_000, false],
  ['in a day', 86_400_000, false],
  ['as set by a clock that was years ahead', 4 * 365 * 86_400_000, true],
])('a next run %s', (_, ahead, due) => {
  expect(isDue(new Date(now.getTime() + ahead), now.getTime())).toBe(due)
})

test('what is due runs, also where a clock that was years ahead set it', async () => {
  const nextRunAt = new Date(now.getTime() + 4 * 365 * 86_400_000)
  await db().clickRetention.updateMany({ data: { nextRunAt, lastFinishedAt: null } })
  new RetentionJob(() => now.getTime(), vi.fn()).look()
  await eventually(async () => expect((await getRetention()).lastFinishedAt).toEqual(now))
})

test('a clock that is set back does not stop the looks', async () => {
  let clock = now.getTime() + 365 * 86_400_000
  const job = new RetentionJob(() => clock, vi.fn())
  await updateRetention({ keepDays: null, now })
  job.look()
  clock = now.getTime()
  await updateRetention({ keepDays: 30, now })
  await eventually(async () => {
    job.look()
    expect(await countKept()).toBe(1)
  })
})

test('stopped within a quarter of an hour, what is a row and what a total is counted right', async () => {
  await db().$executeRaw`TRUNCATE click_events`
  await insertClicks(
    bytesOf(Array.from({ length: 10 }, (_, n) => clickOn(1, { occurredAt: old + n, id: uuidv7(old + n) }))),
  )
  const stop = new AbortController()
  const stopsLater = vi.spyOn(stop.signal, 'aborted', 'get').mockReturnValueOnce(false).mockReturnValue(true)
  const stopped = runRetention({ now: () => now, timeZone: 'UTC', batchSize: 4, signal: stop.signal })
  expect(await stopped).toEqual({ outcome: 'stopped', archived: 4 })
  stopsLater.mockRestore()
  for (const params of [{}, { page: 'product', product: '1' }]) {
    const { filters } = parseClickFilters({ params: { range: 'all', ...params }, now, timeZone: 'UTC' })
    expect(await countClicks({ filters, timeZone: 'UTC' })).toEqual({ count: 6, exact: true, archived: 4 })
  }
})
