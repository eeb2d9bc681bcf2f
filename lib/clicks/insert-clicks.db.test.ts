import { expect, test } from 'vitest'
import { db } from '../db'
import { DeviceType, KindReason, PageType, RouteReason, VisitorKind } from '../generated/prisma/enums'
import { uuidv7 } from '../uuid'
import type { Click } from './click'
import { bareClick, bytesOf, clickOn, linesOf } from './click.fixture'
import { ClicksRefused, insertClicks, insertUnrecorded } from './insert-clicks'

const insert = (clicks: readonly Click[]) => insertClicks(bytesOf(clicks))

async function stored(...clicks: Click[]): Promise<Click[]> {
  const rows = await db().clickEvent.findMany({
    where: { id: { in: clicks.map(click => click.id) } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ occurredAt, productId, ...row }) => ({
    ...row,
    occurredAt: occurredAt.getTime(),
    productId: productId === null ? null : Number(productId),
  }))
}

test('a click is stored as it was, to the millisecond', async () => {
  const clicks = [
    clickOn(Number.MAX_SAFE_INTEGER, {
      via: 'off "hours" → Ana',
      kindReason: 'repeat',
      visitorKind: 'duplicate',
    }),
    clickOn(0, { pageType: 'floating', itemCount: 0, occurredAt: 1_772_366_400_999 }),
    bareClick(),
  ]
  await insert(clicks)
  expect(await stored(...clicks)).toEqual(clicks)
})

test('a batch without a single value in its nullable columns', async () => {
  const clicks = [bareClick(), bareClick()]
  await insert(clicks)
  expect(await stored(...clicks)).toEqual(clicks)
})

test('every value of every enum', async () => {
  const clicks = [
    ...Object.values(PageType).map(pageType => clickOn(1, { pageType })),
    ...Object.values(DeviceType).map(deviceType => clickOn(1, { deviceType })),
    ...Object.values(VisitorKind).map(visitorKind => clickOn(1, { visitorKind })),
    ...Object.values(KindReason).map(kindReason => clickOn(1, { kindReason })),
    ...Object.values(RouteReason).map(reason => clickOn(1, { reason })),
  ]
  await insert(clicks)
  expect(await stored(...clicks)).toEqual(clicks)
})

test('sent twice, also at once or twice in a batch, it is one row', async () => {
  const [one, two] = [clickOn(1), clickOn(2)]
  await insert([one, one])
  await Promise.all([insert([one, two]), insert([two, one]), insert([one, two])])
  expect(await stored(one, two)).toEqual([one, two])
})

test('a full batch, and none', async () => {
  const clicks = Array.from({ length: 1_000 }, (_, n) => clickOn(n + 1))
  await insert(clicks)
  expect(await stored(...clicks)).toHaveLength(1_000)
  await insert([])
})

test.each([
  ['a number too long', { number: '1'.repeat(16) }],
  ['a count beyond its column', { itemCount: 2 ** 31 }],
  ['a rule beyond its column', { ruleId: 2 ** 40 }],
])('%s is refused for good, and the whole batch with it', async (_, fault) => {
  const clicks = [clickOn(1), clickOn(2, fault)]
  await expect(insert(clicks)).rejects.toBeInstanceOf(ClicksRefused)
  expect(await stored(...clicks)).toEqual([])
})

test.each([
  ['cut off in the middle', (line: string) => `${line.slice(0, 60)}\n`],
  ['two run together', (line: string) => line.slice(0, 30) + line],
  ['zeros, as a power cut leaves them', (line: string) => `${'\0'.repeat(100)}${line}`],
  ['no text', () => '\xff\xfe\n'],
  ['another shape', () => '{"id":1}\n'],
  ['too short', () => '[1,2,3]\n'],
  ['an unknown kind', (line: string) => line.replace('"human"', '"ghost"')],
  ['no id', (line: string) => line.replace(/^\["[^"]+"/, '["x"')],
  ['a time beyond the calendar', (line: string) => line.replace(/,\d+,/, ',9999999999999999,')],
])('a damaged line (%s) is refused for good', async (_, damage) => {
  const line = linesOf([clickOn(1)])[0] ?? ''
  await expect(insertClicks(Buffer.from(damage(line), 'latin1'))).rejects.toBeInstanceOf(ClicksRefused)
})

test('a database that is away is no refusal', async () => {
  await db().$executeRaw`ALTER TABLE click_events RENAME TO away`
  try {
    const error = await insert([clickOn(1)]).catch(reason => reason)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(ClicksRefused)
  } finally {
    await db().$executeRaw`ALTER TABLE away RENAME TO click_events`
  }
})

test('a gap told twice counts once', async () => {
  const gap = {
    id: uuidv7(1_772_366_400_000),
    count: 3,
    firstAt: 1_772_366_400_000,
    lastAt: 1_772_366_460_000,
  }
  await insertUnrecorded(gap)
  await insertUnrecorded(gap)
  expect(await db().unrecordedClicks.findMany({ select: { count: true, lastAt: true } })).toEqual([
    { count: 3, lastAt: new Date(gap.lastAt) },
  ])
})
