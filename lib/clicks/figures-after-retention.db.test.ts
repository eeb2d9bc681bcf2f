import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '../db'
import type { Click } from './click'
import { bytesOf } from './click.fixture'
import { countClicks } from './count-clicks'
import {
  ask,
  asked,
  check,
  clicks,
  day,
  later,
  matching,
  periods,
  randomClick,
  recordAll,
} from './figures.fixture'
import { parseClickFilters } from './filters'
import { insertClicks } from './insert-clicks'
import { getRetention, runRetention, updateRetention } from './retention'

beforeAll(recordAll)

describe('retention', () => {
  const timeZone = 'Australia/Lord_Howe'
  const now = new Date('2026-04-20T12:00:00Z')
  const run = () => runRetention({ now: () => now, timeZone, batchSize: 300 })
  /** The clocks changed on the first day that is kept. */
  const cut = Date.parse('2026-04-04T13:00:00Z')
  const isOld = (click: Click) => click.occurredAt < cut
  const checkAll = async () => {
    for (const { timeZone, from, to } of periods)
      for (const params of asked.filter((_, index) => index % 2 === 0)) {
        const period = { ...params, from, to }
        check(await ask(period, timeZone, later(to)), period, timeZone)
      }
  }

  it('does nothing while clicks are kept for ever', async () => {
    expect(await run()).toEqual({ outcome: 'off' })
    expect(await getRetention()).toMatchObject({ keepDays: null, nextRunAt: null, lastRunAt: null })
  })

  it('stopped half way, run again and again, and with late clicks: every figure stays', async () => {
    await updateRetention({ keepDays: 15, now })
    expect(await getRetention()).toMatchObject({ keepDays: 15, nextRunAt: now })

    // The archive refuses somewhere in the third batch.
    await db()
      .$executeRaw`ALTER TABLE archived_clicks ADD CONSTRAINT archive_full CHECK (quarter < '2018-11-05')`
    await expect(run()).rejects.toThrow('archive_full')
    const half = await getRetention()
    expect(half.archivedBefore?.getTime()).toBeLessThan(Date.parse('2018-11-05'))
    expect(half.lastFinishedAt).toBeNull()
    expect(half.lastArchived % 300).toBe(0)
    expect(await db().clickEvent.count()).toBe(clicks.length - half.lastArchived)
    await checkAll()

    await db().$executeRaw`ALTER TABLE archived_clicks DROP CONSTRAINT archive_full`
    const old = clicks.filter(isOld).length
    expect(await run()).toEqual({ outcome: 'done', archived: old - half.lastArchived })
    const done = await getRetention()
    expect(done).toMatchObject({ lastRunAt: now, lastFinishedAt: now, archivedBefore: new Date(cut) })
    expect(done.nextRunAt).toEqual(new Date(now.getTime() + day))
    expect(await db().clickEvent.count()).toBe(clicks.length - old)
    await checkAll()

    // A spool brings clicks that waited, some for the second time, as no row remembers them.
    const late = Array.from({ length: 30 }, () => randomClick(cut - 5 * day, cut + 5 * day))
    clicks.push(...late)
    await insertClicks(bytesOf(late))
    await checkAll()
    // They are rows, not yet totals only, with and without a filter.
    for (const params of [{ visitors: 'everyone' }, { visitors: 'everyone', number: '1' }]) {
      const { filters } = parseClickFilters({ params: { range: 'all', ...params }, now, timeZone })
      const where = { occurredAt: { lt: now }, ...('number' in params && { numberId: 1 }) }
      expect((await countClicks({ filters, timeZone })).count).toBe(await db().clickEvent.count({ where }))
    }
    expect(await run()).toEqual({ outcome: 'done', archived: late.filter(isOld).length })
    expect(await run()).toEqual({ outcome: 'done', archived: 0 })
    await checkAll()
  })

  it('tells the clicks of the table from those kept as totals', async () => {
    const question = (params: Record<string, string>) => ({
      filters: parseClickFilters({ params: { range: 'all', ...params }, now, timeZone }).filters,
      timeZone,
    })
    for (const params of asked) {
      const found = matching(params).filter(click => click.occurredAt < Date.parse('2026-04-20T13:30:00Z'))
      const archived = found.filter(isOld).length
      expect(await countClicks(question(params))).toEqual({
        count: found.length - archived,
        exact: true,
        archived,
      })
    }
  })

  it('is one process at a time, and one row per key', async () => {
    const outcomes = await Promise.all([run(), run(), run()])
    expect(outcomes.filter(({ outcome }) => outcome === 'busy').length).toBeGreaterThan(0)
    const keys = await db().$queryRaw<unknown[]>`
      SELECT FROM archived_clicks GROUP BY quarter, product_id, page_type, device_type, number_id, rule_id, reason,
        visitor_kind, kind_reason HAVING count(*) > 1`
    expect(keys).toEqual([])
  })

  it('takes away from the totals what is deleted, and all with the log', async () => {
    await db().clickEvent.deleteMany({ where: { productId: 1n } })
    for (const [index, click] of [...clicks.entries()].reverse())
      if (click.productId === 1 && !isOld(click)) clicks.splice(index, 1)
    await checkAll()
    await db().$executeRaw`TRUNCATE click_events`
    clicks.length = 0
    await checkAll()
  })
})
