import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeDb, db } from '../db'
import { archiveNumber } from './archive-number'
import { createNumber, pauseNumber, recordNumberTested, resumeNumber, updateNumber } from './change-numbers'
import { type NewNumberInput, newNumberInput, numberEditInput } from './number-input'
import { findNumber, listNumbers, setDefaultNumber } from './numbers'

const now = new Date('2026-02-01T00:00:00Z')
const ana = { id: 0, email: 'ana@example.com' }

beforeEach(async () => {
  await db().settings.update({ where: { id: 1 }, data: { defaultNumberId: null } })
  await db().routingRule.deleteMany()
  await db().category.deleteMany()
  await db().number.deleteMany()
  await db().change.deleteMany()
  const user = { email: ana.email, passwordHash: '-' }
  ana.id = (await db().user.upsert({ where: { email: ana.email }, create: user, update: {} })).id
})
afterAll(closeDb)

const input = (digits: string, facts: Partial<NewNumberInput> = {}): NewNumberInput => ({
  number: digits,
  label: '',
  backupNumberId: null,
  timeZone: null,
  hours: null,
  ...facts,
})

async function add(digits: string, facts: Partial<NewNumberInput> = {}): Promise<number> {
  const created = await createNumber(input(digits, facts), null)
  if (!created.ok) throw new Error(created.reason)
  return created.id
}

async function addRule(name: string, numberId: number): Promise<number> {
  const rule = { create: { numberId } }
  const category = await db().category.create({ data: { name, rules: rule }, select: { rules: true } })
  return category.rules[0]?.id ?? 0
}

const current = async (id: number) => {
  const number = await findNumber(id)
  if (!number) throw new Error('The number is gone')
  return number
}

const day = [{ from: 540, to: 1080 }]
const hours = [day, day, day, day, day, [], []]

test('a number with all it has, by label and then digits', async () => {
  const ben = await add('447700900123', { label: 'Ben' })
  const id = await add('5511988887777', {
    label: 'Ana',
    backupNumberId: ben,
    timeZone: 'Europe/Berlin',
    hours,
  })
  await addRule('Shoes', id)
  await addRule('Bags', id)
  await setDefaultNumber({ number: '447700900123', label: '' }, null)
  expect(await listNumbers()).toMatchObject([
    {
      id,
      label: 'Ana',
      backup: { id: ben, digits: '447700900123', label: 'Ben' },
      timeZone: 'Europe/Berlin',
      hours,
      pausedAt: null,
      ruleCount: 2,
      backupForCount: 0,
      isDefault: false,
      lastTestedBy: null,
    },
    { id: ben, backup: null, hours: null, timeZone: null, backupForCount: 1, isDefault: true },
  ])
})

test('changing a phone is one edit; digits of another number are refused', async () => {
  const id = await add('5511988887777', { label: 'Ana' })
  const taken = await add('447700900123', { label: 'Ben' })
  const { updatedAt } = await current(id)
  const edit = { ...input('15550001111', { label: 'Ana' }), id, version: updatedAt }
  expect(await updateNumber({ ...edit, number: '447700900123' }, ana)).toEqual({
    ok: false,
    reason: 'digits_taken',
    taken: { id: taken, label: 'Ben' },
  })
  expect(await createNumber(input('447700900123'), ana)).toMatchObject({ reason: 'digits_taken' })
  expect(await updateNumber(edit, ana)).toEqual({ ok: true })
  expect(await current(id)).toMatchObject({ digits: '15550001111', label: 'Ana' })
})

test('the second of two editors is told what the first one saved, and who it was', async () => {
  const id = await add('5511988887777')
  const { updatedAt: version } = await current(id)
  const first = { ...input('5511988887777', { label: 'Ana' }), id, version }
  expect(await updateNumber(first, ana)).toEqual({ ok: true })
  expect(await updateNumber({ ...first, label: 'Anna' }, null)).toMatchObject({
    ok: false,
    reason: 'changed_meanwhile',
    current: { label: 'Ana' },
    by: ana.email,
  })
  await archiveNumber({ id, target: null }, now, null)
  expect(await updateNumber(first, null)).toEqual({ ok: false, reason: 'gone' })
})

test('backups that lead round in a circle are refused when saved', async () => {
  const [a, b, c] = [
    await add('15550000001', { label: 'A' }),
    await add('15550000002', { label: 'B' }),
    await add('15550000003'),
  ]
  const save = async (id: number, digits: string, backupNumberId: number | null) =>
    updateNumber({ ...input(digits, { backupNumberId }), id, version: (await current(id)).updatedAt }, null)
  expect(await save(a, '15550000001', b)).toEqual({ ok: true })
  expect(await save(b, '15550000002', c)).toEqual({ ok: true })
  expect(await save(c, '15550000003', a)).toMatchObject({ ok: false, reason: 'backup_loop' })
  expect(await save(a, '15550000001', a)).toMatchObject({ reason: 'backup_loop' })
  expect(await save(a, '15550000001', 999_999)).toEqual({ ok: false, reason: 'backup_gone' })
  // Two at once can't close one either: whoever comes second sees what the first one saved.
  await save(b, '15550000002', null)
  await save(a, '15550000001', null)
  const both = await Promise.all([save(a, '15550000001', b), save(b, '15550000002', a)])
  expect(both.filter(result => result.ok)).toHaveLength(1)
})

test('pausing, resuming and testing', async () => {
  const id = await add('5511988887777')
  expect(await pauseNumber(id, now, null)).toBe(true)
  expect((await current(id)).pausedAt).toEqual(now)
  expect(await resumeNumber(id, null)).toBe(true)
  const before = await current(id)
  expect(await recordNumberTested(id, now, ana.id)).toBe(true)
  expect(await current(id)).toEqual({ ...before, lastTestedAt: now, lastTestedBy: ana.email })
  await archiveNumber({ id, target: null }, now, null)
  expect(await pauseNumber(id, now, null)).toBe(false)
  expect(await recordNumberTested(id, now, ana.id)).toBe(false)
})

test('archiving gives rules, the default and what it stood in for to another number', async () => {
  const [gone, heir] = [await add('15550000001'), await add('15550000002')]
  const front = await add('15550000003', { backupNumberId: gone })
  const rule = await addRule('Shoes', gone)
  await setDefaultNumber({ number: '15550000001', label: '' }, null)
  expect(await archiveNumber({ id: gone, target: null }, now, null)).toMatchObject({
    reason: 'target_needed',
  })
  expect(await archiveNumber({ id: gone, target: gone }, now, null)).toMatchObject({ reason: 'target_gone' })
  expect(await archiveNumber({ id: gone, target: heir }, now, null)).toEqual({ ok: true, rules: 1 })
  expect(await archiveNumber({ id: gone, target: heir }, now, null)).toMatchObject({ reason: 'gone' })
  expect(await current(heir)).toMatchObject({ ruleCount: 1, isDefault: true, backupForCount: 1 })
  expect((await db().routingRule.findUnique({ where: { id: rule } }))?.numberId).toBe(heir)
  expect((await current(front)).backup?.id).toBe(heir)
})

test('archiving without an heir archives its rules; a backup that would lead in a circle is dropped', async () => {
  const heir = await add('15550000001')
  const gone = await add('15550000002')
  const front = await add('15550000003', { backupNumberId: gone })
  const rule = await addRule('Shoes', gone)
  expect(await archiveNumber({ id: gone, target: front }, now, null)).toEqual({ ok: true, rules: 1 })
  expect((await current(front)).backup).toBeNull()
  expect(await archiveNumber({ id: front, target: null }, now, null)).toEqual({ ok: true, rules: 1 })
  expect((await db().routingRule.findUnique({ where: { id: rule } }))?.archivedAt).toEqual(now)
  expect((await listNumbers()).map(number => number.id)).toEqual([heir])
})

test('an archived number comes back as it is described now', async () => {
  const id = await add('15550000001', { label: 'Old', hours })
  await pauseNumber(id, now, null)
  await archiveNumber({ id, target: null }, now, null)
  expect(await add('15550000001', { label: 'New' })).toBe(id)
  expect(await current(id)).toMatchObject({ label: 'New', hours: null, pausedAt: null })
})

test('hours that plain SQL made unreadable mean always open', async () => {
  const id = await add('15550000001')
  await db().$executeRaw`UPDATE numbers SET hours = '[1, 2, 3, 4, 5, 6, 7]' WHERE id = ${id}`
  expect((await current(id)).hours).toBeNull()
})

test.each([
  ['no hours, no backup, the shop’s zone', {}, { backupNumberId: null, timeZone: null, hours: null }],
  [
    'all of it',
    { backupNumberId: '7', timeZone: 'Asia/Kathmandu', hours: JSON.stringify(hours) },
    { backupNumberId: 7, timeZone: 'Asia/Kathmandu', hours },
  ],
  [
    'empty choices',
    { backupNumberId: '', timeZone: '', hours: '' },
    { backupNumberId: null, timeZone: null, hours: null },
  ],
])('a form with %s', (_, fields, parsed) => {
  expect(newNumberInput.parse({ number: '+1 555 000 0001', ...fields })).toMatchObject(parsed)
})

test.each([
  ['timeZone', { timeZone: 'Mars/Olympus' }],
  ['hours', { hours: 'nine to five' }],
  ['hours', { hours: '[[],[],[],[],[],[],[]]' }],
  ['backupNumberId', { backupNumberId: 'x' }],
  ['version', { version: 'yesterday' }],
])('a form with a wrong %s', (field, fields) => {
  const form = { number: '+1 555 000 0001', id: '1', version: now.toISOString(), ...fields }
  const issues = numberEditInput.safeParse(form).error?.issues ?? []
  expect(issues.map(issue => issue.path[0])).toEqual([field])
})
