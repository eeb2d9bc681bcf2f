import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../db'
import { createImport, findImport, previewImport, runImport, startImport } from './imports'

const now = new Date('2026-06-15T12:00:00Z')
const choices = { columns: {}, decimalMark: undefined }
const sample = readFileSync(new URL('./fixtures/woocommerce-sample-products.csv', import.meta.url))
let userId = 0

beforeEach(async () => {
  await db()
    .$executeRaw`truncate catalog_imports, product_categories, products, routing_rules, categories cascade`
  const email = 'importer@example.com'
  const user = await db().user.upsert({ where: { email }, create: { email, passwordHash: 'x' }, update: {} })
  userId = user.id
})

const upload = (content: string | Uint8Array) =>
  createImport({ fileName: 'products.csv', content: Buffer.from(content), userId, now: new Date() })

async function importFile(content: string | Uint8Array) {
  const id = await upload(content)
  expect(await startImport(id, new Date())).toBe(true)
  return { id, result: await runImport({ id, choices, now, actor: null }) }
}

async function preview(content: string | Uint8Array) {
  const plan = (await previewImport(await upload(content), choices, now))?.plan
  if (!plan) throw new Error('No plan')
  return { create: plan.create.length, update: plan.update.length, unchanged: plan.unchanged.length }
}

test('the sample file is saved with its tree and variations, and is unchanged the second time', async () => {
  expect(await preview(sample)).toEqual({ create: 24, update: 0, unchanged: 0 })
  const { id, result } = await importFile(sample)
  expect(result).toBe('done')
  expect(await findImport(id, new Date())).toMatchObject({
    status: 'done',
    processed: 24,
    total: 24,
    error: null,
  })

  const hoodie = await db().product.findUniqueOrThrow({
    where: { id: 742n },
    include: { variations: true, categories: { include: { category: { include: { parent: true } } } } },
  })
  expect(hoodie.price).toBeNull()
  expect(hoodie.variations).toHaveLength(6)
  expect(hoodie.categories[0]?.category).toMatchObject({ name: 'Hoodies', parent: { name: 'Clothing' } })
  expect(await db().category.count()).toBe(6)
  expect(await preview(sample)).toEqual({ create: 0, update: 0, unchanged: 24 })
})

test('a failure in the middle saves nothing, not even categories', async () => {
  await importFile('ID,Name,Categories\n1,Before,Old\n')
  const rows = Array.from(
    { length: 1_200 },
    (_, index) => `${index + 1},Product ${index + 1},New > Sub ${index % 9}`,
  )
  // The third batch of 500 meets a row the database refuses.
  await db().$executeRaw`
    create or replace function refuse_1100() returns trigger language plpgsql as
    $$ begin if new.id = 1100 then raise exception 'refused for the test'; end if; return new; end $$`
  await db().$executeRaw`
    create trigger refuse_1100 before insert on products for each row execute function refuse_1100()`
  try {
    const { id, result } = await importFile(`ID,Name,Categories\n${rows.join('\n')}\n`)
    expect(result).toBe('failed')
    expect(await findImport(id, new Date())).toMatchObject({
      status: 'failed',
      error: 'Something went wrong while saving; nothing was saved.',
      hasFile: true,
    })
  } finally {
    await db().$executeRaw`drop trigger refuse_1100 on products`
  }
  expect(await db().product.findMany({ select: { name: true } })).toEqual([{ name: 'Before' }])
  expect(await db().category.findMany({ select: { name: true } })).toEqual([{ name: 'Old' }])
})

test('progress shows on another connection while nothing is saved yet', async () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => `${index + 1},Product ${index + 1}`)
  const id = await upload(`ID,Name\n${rows.join('\n')}\n`)
  await startImport(id, new Date())
  const seen: { processed: number; saved: number }[] = []
  let running = true
  const watch = (async () => {
    while (running) {
      const found = await findImport(id, new Date())
      const saved = await db().product.count()
      if (found?.status === 'running') seen.push({ processed: found.processed, saved })
    }
  })()
  expect(await runImport({ id, choices, now, actor: null })).toBe('done')
  running = false
  await watch
  const midway = seen.filter(({ processed, saved }) => processed > 0 && processed < 3_000 && saved === 0)
  expect(midway.length).toBeGreaterThan(0)
  expect(await db().product.count()).toBe(3_000)
})

test('of two tabs only one starts, and a finished import starts no more', async () => {
  const id = await upload('ID,Name\n1,A\n')
  const started = await Promise.all([startImport(id, new Date()), startImport(id, new Date())])
  expect(started.sort()).toEqual([false, true])
  await runImport({ id, choices, now, actor: null })
  expect(await startImport(id, new Date())).toBe(false)
})

test('a worker without a sign of life for 30 seconds has died; what it left behind is nothing', async () => {
  const id = await upload('ID,Name\n1,A\n')
  await startImport(id, new Date())
  expect(await findImport(id, new Date(Date.now() + 25_000))).toMatchObject({ status: 'running' })
  expect(await findImport(id, new Date(Date.now() + 31_000))).toMatchObject({
    status: 'failed',
    error: 'The import was interrupted; nothing was saved.',
  })
  // It was not dead after all: it must not save behind the merchant's back.
  expect(await runImport({ id, choices, now, actor: null })).toBe('failed')
  expect(await db().product.count()).toBe(0)
})

test('products that are not in the file stay; archived ones that are come back; demo ones become the merchant’s', async () => {
  await db().product.createMany({
    data: [
      { id: 1n, name: 'Stays' },
      { id: 2n, name: 'Back', archivedAt: now },
      { id: 3n, name: 'Demo', isDemo: true, currency: 'GBP' },
    ],
  })
  await importFile('ID,Name\n2,Back\n3,Mine\n')
  const products = await db().product.findMany({
    orderBy: { id: 'asc' },
    select: { name: true, archivedAt: true, isDemo: true, currency: true },
  })
  const live = { archivedAt: null, isDemo: false, currency: null }
  expect(products).toEqual([
    { name: 'Stays', ...live },
    { name: 'Back', ...live },
    { name: 'Mine', ...live },
  ])
})

test('a product that becomes a variation loses its own categories, and the other way round', async () => {
  await importFile('ID,Type,Name,Categories,Parent\n1,variable,P,A,\n2,simple,Q,B,\n')
  await importFile('ID,Type,Name,Categories,Parent\n2,variation,P - Q,,id:1\n')
  expect(await db().product.findUnique({ where: { id: 2n }, include: { categories: true } })).toMatchObject({
    parentId: 1n,
    categories: [],
  })
  await importFile('ID,Type,Name,Categories,Parent\n2,simple,Q,B,\n')
  expect(await db().product.findUnique({ where: { id: 2n }, include: { categories: true } })).toMatchObject({
    parentId: null,
    categories: [{ position: 0 }],
  })
})

test('an archived category that the file names comes back, also when nothing else has changed', async () => {
  const file = 'ID,Name,Categories\n1,A,Shoes > Boots\n'
  await importFile(file)
  await db().category.updateMany({ data: { archivedAt: now } })
  expect(await preview(file)).toEqual({ create: 0, update: 1, unchanged: 0 })
  await importFile(file)
  expect(await db().category.count({ where: { archivedAt: null } })).toBe(2)
  expect(await db().category.count()).toBe(2)
  expect(await preview(file)).toEqual({ create: 0, update: 0, unchanged: 1 })
})

test('the file is let go after a day', async () => {
  const id = await createImport({
    fileName: 'old.csv',
    content: Buffer.from('ID,Name\n1,A\n'),
    userId,
    now: new Date(Date.now() - 25 * 60 * 60 * 1000),
  })
  await upload('ID,Name\n2,B\n')
  expect(await findImport(id, new Date())).toMatchObject({ hasFile: false })
  expect(await previewImport(id, choices, now)).toBeNull()
})
