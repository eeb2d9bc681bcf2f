import { beforeEach, expect, test } from 'vitest'
import { db } from '../db'
import type { VisitorKind } from '../generated/prisma/enums'
import { uuidv7 } from '../uuid'
import { countPeriods, countUnrecorded } from './overview'
import { runRetention, updateRetention } from './retention'

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE click_events, unrecorded_clicks`
})

async function click(time: string, visitorKind: VisitorKind = 'human') {
  await db().clickEvent.create({
    data: {
      id: uuidv7(Date.parse(time)),
      occurredAt: new Date(time),
      productId: 1n,
      pageType: 'product',
      deviceType: 'mobile',
      visitorKind,
      reason: 'no_rule',
      itemCount: 1,
    },
  })
}

test('days are the store’s, and the days before are cut off at the same time of day', async () => {
  // In São Paulo (UTC-3) it is Monday, 10:00; the day began at 03:00 UTC.
  const now = new Date('2026-11-23T13:00:00Z')
  await click('2026-11-23T03:00:00Z') // today's first moment
  await click('2026-11-23T02:59:59Z') // yesterday's last: after 10:00, so not in yesterday's figure
  await click('2026-11-22T12:59:00Z') // yesterday, 09:59
  await click('2026-11-17T03:00:00Z') // the first of the last 7 days
  await click('2026-11-16T12:00:00Z') // the last of the 7 days before, 09:00
  await click('2026-11-16T14:00:00Z') // the same day, 11:00: too late to be compared
  await click('2026-10-25T03:00:00Z') // the first of the last 30 days
  await click('2026-10-25T02:59:59Z') // the day before that, after 10:00
  await click('2026-09-25T03:00:00Z') // the first of the 30 days before
  await click('2026-09-25T02:59:59Z') // older still
  for (const kind of ['bot', 'prefetch', 'duplicate', 'flood'] as const)
    await click('2026-11-23T12:00:00Z', kind)

  expect(await countPeriods({ now, timeZone: 'America/Sao_Paulo' })).toEqual([
    { name: 'today', count: 1, previous: 1 },
    { name: 'week', count: 4, previous: 1 },
    { name: 'month', count: 7, previous: 1 },
  ])
})

test('no click is in a period and in the one before, though the day has 25 hours', async () => {
  await click('2026-11-01T04:10:00Z')
  const now = new Date('2026-11-02T04:30:00Z') // 23:30 in New York
  const [today] = await countPeriods({ now, timeZone: 'America/New_York' })
  expect(today).toEqual({ name: 'today', count: 1, previous: 0 })
})

test('a quarter of an hour that is kept as a total only is counted as before', async () => {
  const now = new Date('2026-11-23T12:10:00Z')
  await click('2026-11-16T12:00:00Z')
  await click('2026-11-16T12:05:00Z')
  const before = await countPeriods({ now, timeZone: 'UTC' })
  expect(before[1]).toEqual({ name: 'week', count: 0, previous: 2 })
  await updateRetention({ keepDays: 3, now })
  expect(await runRetention({ now: () => now, timeZone: 'UTC' })).toEqual({ outcome: 'done', archived: 2 })
  expect(await countPeriods({ now, timeZone: 'UTC' })).toEqual(before)
})

test('unrecorded clicks add up, the old ones left out', async () => {
  const gap = (count: number, time: string) => ({
    id: uuidv7(Date.parse(time)),
    count,
    firstAt: new Date(time),
    lastAt: new Date(time),
  })
  expect(await countUnrecorded(new Date('2026-11-16'))).toBe(0)
  await db().unrecordedClicks.createMany({
    data: [gap(3, '2026-11-20T00:00:00Z'), gap(4, '2026-11-21T00:00:00Z'), gap(50, '2026-11-01T00:00:00Z')],
  })
  expect(await countUnrecorded(new Date('2026-11-16'))).toBe(7)
})
