import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeDb, db } from '../../db'
import { listRules } from '../rules'
import { exportRules } from './export-rules'
import { applyRulesFile, previewRulesFile } from './import-rules'

const now = new Date('2026-02-01T00:00:00Z')
const ana = { id: 7, email: 'ana@example.com' }
const head = 'Category,Number,Label,Covers subcategories,Paused'
const file = (...lines: string[]) => Buffer.from([head, ...lines].join('\n'))

beforeEach(async () => {
  await db().routingRule.deleteMany()
  await db().category.updateMany({ data: { parentId: null } })
  await db().category.deleteMany()
  await db().number.deleteMany()
  await db().change.deleteMany()
  const clothing = await db().category.create({ data: { name: 'Clothing' } })
  await db().category.create({ data: { name: 'Shoes > 40', parentId: clothing.id } })
  await db().category.create({ data: { name: '=Bags' } })
})
afterAll(closeDb)

async function fingerprintOf(bytes: Uint8Array): Promise<string> {
  const preview = await previewRulesFile(bytes)
  if (!preview.ok) throw new Error(preview.message)
  return preview.fingerprint
}
const apply = async (bytes: Uint8Array) =>
  applyRulesFile({ file: bytes, fingerprint: await fingerprintOf(bytes), now }, ana)

const first = file(
  'Clothing > Shoes \\> 40,+1 202 555 0123,"Ana, Shoes",yes,no',
  "'=Bags,+44 7700 900123,=cmd,no,yes",
)

test('imports, exports, and what was exported changes nothing', async () => {
  expect(await apply(first)).toEqual({ ok: true, added: 2, changed: 0 })
  const rules = [
    {
      path: ['=Bags'],
      number: { digits: '447700900123', label: '=cmd' },
      pausedAt: now,
      coversSubcategories: false,
    },
    {
      path: ['Clothing', 'Shoes > 40'],
      number: { digits: '12025550123', label: 'Ana, Shoes' },
      pausedAt: null,
      coversSubcategories: true,
    },
  ]
  expect(await listRules()).toMatchObject(rules)
  const text = await exportRules()
  expect(text.split('\r\n')).toEqual([
    `\uFEFF${head}`,
    "'=Bags,44 7700 900123,'=cmd,no,yes",
    'Clothing > Shoes \\> 40,1 202 555-0123,"Ana, Shoes",yes,no',
    '',
  ])
  const preview = await previewRulesFile(Buffer.from(text))
  expect(preview).toMatchObject({ ok: true, plan: { adds: [], changes: [], unchanged: 2, bad: [] } })
})

test('categories of one path come back to their own rules', async () => {
  const clothing = await db().category.findFirstOrThrow({ where: { name: 'Clothing' } })
  const twin = await db().category.create({ data: { name: 'shoes > 40', parentId: clothing.id } })
  const plain = await db().category.create({ data: { name: `Team #${twin.id}` } })
  const number = await db().number.create({ data: { digits: '447700900123' } })
  await db().routingRule.createMany({
    data: [twin, plain].map(({ id }) => ({ categoryId: id, numberId: number.id })),
  })
  const text = await exportRules()
  expect(text).toContain(`Clothing > shoes \\> 40 #${twin.id},`)
  expect(await previewRulesFile(Buffer.from(text))).toMatchObject({
    plan: { adds: [], changes: [], unchanged: 2, bad: [] },
  })
  expect(await previewRulesFile(file('Clothing > Shoes \\> 40,447700900123,,,'))).toMatchObject({
    plan: { bad: [{ line: 2, reason: expect.stringMatching(/Several categories have this path.* #\d+”/) }] },
  })
})

test('changes what differs, under its admin’s name', async () => {
  await apply(first)
  const second = file('Clothing > Shoes \\> 40,447700900123,,no,', '=Bags,447700900123,Ben,no,no')
  expect(await apply(second)).toEqual({ ok: true, added: 0, changed: 2 })
  expect(await listRules()).toMatchObject([
    { number: { label: 'Ben' }, pausedAt: null },
    { number: { digits: '447700900123', label: 'Ben' }, coversSubcategories: false },
  ])
  const changes = await db().change.findMany({ where: { entity: 'rule' }, orderBy: { id: 'asc' } })
  expect(changes.map(change => [change.action, change.actorEmail])).toEqual([
    ['created', ana.email],
    ['created', ana.email],
    ['changed', ana.email],
    ['resumed', ana.email],
  ])
})

test('one bad line and nothing is saved', async () => {
  const result = await apply(file('=Bags,447700900123,,,', 'Hats,447700900123,,,'))
  expect(result).toMatchObject({
    ok: false,
    reason: 'refused',
    preview: { plan: { bad: [{ line: 3, reason: 'There is no such category.' }] } },
  })
  expect([await listRules(), await db().number.count()]).toEqual([[], 0])
})

test('nothing else than was shown is ever saved', async () => {
  const fingerprint = await fingerprintOf(first)
  const bags = await db().category.findFirstOrThrow({ where: { name: '=Bags' } })
  const number = { create: { digits: '15550009999' } }
  await db().routingRule.create({ data: { category: { connect: { id: bags.id } }, number } })
  expect(await applyRulesFile({ file: first, fingerprint, now }, ana)).toMatchObject({
    ok: false,
    reason: 'changed_meanwhile',
    preview: { plan: { adds: [{}], changes: [{ changes: ['number', 'paused'] }] } },
  })
  expect(await listRules()).toMatchObject([{ number: { digits: '15550009999' } }])
})

test('of two imports at once one wins, the other is shown what it would do now', async () => {
  const fingerprint = await fingerprintOf(first)
  const results = await Promise.all([1, 2].map(() => applyRulesFile({ file: first, fingerprint, now }, ana)))
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.find(result => !result.ok)).toMatchObject({ reason: 'changed_meanwhile' })
})
