import { afterAll, expect, test } from 'vitest'
import { closeDb, db } from '../db'
import { archiveNumber } from './archive-number'
import { createNumber, updateNumber } from './change-numbers'
import { assignNumber, pauseRules, resumeRules } from './rules'
import { applyRulesFile, previewRulesFile } from './rules-file/import-rules'

const now = new Date('2026-02-01T00:00:00Z')
const digits = (index: number) => `447700900${100 + (index % 10)}`
const plain = { label: '', backupNumberId: null, timeZone: null, hours: null }

afterAll(closeDb)

async function importFile(count: number, shift: number) {
  const lines = Array.from({ length: count }, (_, index) => `C${index},+${digits(index + shift)}`)
  const file = Buffer.from(['Category,Number', ...lines].join('\n'))
  const preview = await previewRulesFile(file)
  if (!preview.ok) throw new Error(preview.message)
  return applyRulesFile({ file, fingerprint: preview.fingerprint, now }, null)
}

test('imports, bulk edits and archived numbers at once take turns', async () => {
  const count = 150
  await db().category.createMany({
    data: Array.from({ length: count }, (_, index) => ({ name: `C${index}` })),
  })
  await importFile(count, 0)
  const rules = await db().routingRule.findMany({ orderBy: { id: 'asc' } })
  const numbers = await db().number.findMany({ orderBy: { id: 'asc' } })
  const ids = rules.map(({ id }) => id)
  const categoryIds = rules.map(({ categoryId }) => categoryId)
  const work = [0, 1, 2].flatMap(round => [
    importFile(count, round),
    assignNumber({ categoryIds, number: digits(round), label: '' }, null),
    pauseRules(ids, now, null),
    resumeRules(ids.toReversed(), null),
    archiveNumber({ id: numbers[round]?.id ?? 0, target: numbers[round + 1]?.id ?? 0 }, now, null),
  ])
  const failed = (await Promise.allSettled(work)).filter(({ status }) => status === 'rejected')
  expect(failed).toEqual([])
  const where = { archivedAt: null, number: { archivedAt: { not: null } } }
  expect(await db().routingRule.count({ where })).toBe(0)
})

test('of two numbers that become each other’s backup at once, one is refused', async () => {
  for (const round of [0, 1, 2]) {
    const [a, b] = await Promise.all(
      [0, 1].map(async index => {
        const created = await createNumber({ ...plain, number: `4479119${10_000 + round * 2 + index}` }, null)
        return db().number.findUniqueOrThrow({ where: { id: created.ok ? created.id : 0 } })
      }),
    )
    if (!a || !b) throw new Error('Two numbers were to be made')
    const point = (from: typeof a, to: typeof a) =>
      updateNumber(
        { ...plain, id: from.id, version: from.updatedAt, number: from.digits, backupNumberId: to.id },
        null,
      )
    const saved = await Promise.all([point(a, b), point(b, a)])
    expect(saved.map(({ ok }) => ok).sort()).toEqual([false, true])
  }
})
