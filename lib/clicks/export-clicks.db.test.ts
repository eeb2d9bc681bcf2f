import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db'
import { uuidv7 } from '../uuid'
import { bytesOf, clickOn } from './click.fixture'
import { type ExportFormat, exportClicks } from './export-clicks'
import { parseClickFilters } from './filters'
import { insertClicks } from './insert-clicks'
import { listClicks } from './questions'

const now = new Date('2026-11-23T12:00:00Z')
const at = (time: string) => ({ id: uuidv7(Date.parse(time)), occurredAt: Date.parse(time) })
const dangerous = `=HYPERLINK("http://evil","x")`
const names = ['＝1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '\n=1', 'Mug, "blue"\nبرتقالي \\ 👟', '1-2=3']

beforeAll(async () => {
  await db().number.create({ data: { id: 1, digits: '5511988887777', label: '@Ana' } })
  await db().category.create({ data: { id: 10, name: '-Shoes' } })
  await db().product.createMany({
    data: [
      { id: 1n, name: dangerous, sku: '=1' },
      ...names.map((name, index) => ({ id: BigInt(index + 2), name })),
    ],
  })
  await insertClicks(
    bytesOf([
      clickOn(1, { ...at('2026-04-04T14:59:59.999Z'), via: '=off hours' }),
      clickOn(2, { ...at('2026-04-04T15:00:00.000Z'), visitorKind: 'bot', kindReason: 'isbot' }),
      clickOn(77, { ...at('2026-11-20T00:00:00.007Z'), pageType: 'cart', itemCount: 3 }),
      ...names.map((_, index) => clickOn(index + 2, at(`2026-11-21T00:00:0${index}Z`))),
    ]),
  )
})

async function begin(question: Parameters<typeof exportClicks>[0]) {
  const stream = await exportClicks(question)
  if (!stream) throw new Error('Too many exports are under way')
  return stream
}

async function exported(format: ExportFormat, params: Record<string, string> = {}) {
  const timeZone = 'Australia/Lord_Howe'
  const { filters } = parseClickFilters({ params: { range: 'all', ...params }, now, timeZone })
  const { rows } = await listClicks({ filters, timeZone, cursor: null, limit: 100 })
  return { file: await text(await begin({ filters, timeZone, format })), ids: rows.map(row => row.id) }
}
const readCsv = (file: string): Record<string, string>[] => parse(file, { columns: true })
const readLines = (file: string): Record<string, unknown>[] =>
  file
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

test.each<Record<string, string>>([
  {},
  { visitors: 'everyone' },
  { product: '1' },
  { q: 'shoes' },
  { q: 'mug' },
  { category: '10' },
  { number: '1', page: 'cart' },
  { range: '7d' },
])('has the rows of the table in its order for %j', async params => {
  const csv = await exported('csv', params)
  expect(readCsv(csv.file).map(row => row.id)).toEqual(csv.ids)
  const lines = await exported('jsonl', params)
  expect(readLines(lines.file).map(row => row.id)).toEqual(lines.ids)
})

test('writes times with the offset of their day, and empty cells where there is nothing', async () => {
  const rows = readCsv((await exported('csv', { visitors: 'everyone' })).file)
  expect(rows.at(-1)).toMatchObject({
    time: '2026-04-05T01:59:59.999+11:00',
    number: '5511988887777',
    product_id: '1',
  })
  expect(rows.at(-2)).toMatchObject({
    time: '2026-04-05T01:30:00.000+10:30',
    visitor: 'bot',
    visitor_reason: 'isbot',
  })
  expect(rows.at(-3)).toMatchObject({
    time: '2026-11-20T11:00:00.007+11:00',
    product: '',
    items: '3',
    via: '',
  })
})

test('no cell of the CSV is a formula, and JSON keeps what was written', async () => {
  const rows = readCsv((await exported('csv')).file)
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@＝\t\r\n]/)
  expect(rows.map(row => row.product).reverse()).toEqual([
    `'${dangerous}`,
    '',
    ...names.slice(0, 7).map(name => `'${name}`),
    ...names.slice(7),
  ])
  expect(rows.at(-1)).toMatchObject({
    sku: "'=1",
    via: "'=off hours",
    category: "'-Shoes",
    number_label: "'@Ana",
  })
  const lines = readLines((await exported('jsonl')).file)
  expect(lines.map(row => row.product).reverse()).toEqual([dangerous, null, ...names])
  expect(lines.at(-1)).toMatchObject({ product_id: 1, items: 1, via: '=off hours', visitor_reason: null })
})

test('nothing found is a header, or nothing', async () => {
  expect(readCsv((await exported('csv', { q: 'nowhere' })).file)).toEqual([])
  expect((await exported('csv', { q: 'nowhere' })).file).toMatch(/^time,product_id,product,/)
  expect((await exported('jsonl', { q: 'nowhere' })).file).toBe('')
})

describe('of an export under way', () => {
  const running = () => db().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE application_name = 'chatcart-export' AND datname = current_database()`
  const breakOff = () => db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'chatcart-export' AND datname = current_database()`

  beforeAll(async () => {
    await db().$executeRaw`INSERT INTO click_events
      SELECT gen_random_uuid(), now(), 1, 'product', 'mobile', 'human', NULL, 'rule', 1, 10, 1, '5511988887777', NULL, 1
      FROM generate_series(1, 60000)`
  })

  async function beginToRead() {
    const { filters } = parseClickFilters({ params: { range: 'all' }, now: new Date(), timeZone: 'UTC' })
    const stream = await begin({ filters, timeZone: 'UTC', format: 'csv' })
    await new Promise(resolve => stream.once('readable', resolve))
    return stream
  }
  afterEach(async () => {
    await expect.poll(running, { timeout: 5_000 }).toEqual([])
  })

  test('a database that breaks off is an error', async () => {
    const stream = await beginToRead()
    await breakOff()
    await expect(text(stream)).rejects.toThrow()
  })

  test('the error comes once and closes the stream, so that it is one for who reads on only then, too', async () => {
    const stream = await beginToRead()
    let errors = 0
    stream.on('error', () => errors++)
    const closed = new Promise(resolve => stream.once('close', resolve))
    await breakOff()
    stream.resume()
    await closed
    expect(errors).toBe(1)
    await expect(text(stream)).rejects.toThrow()
  })

  test('one given up ends its query', async () => {
    const stream = await beginToRead()
    expect(await running()).toHaveLength(1)
    stream.destroy()
  })
})

test('of many exports at once only a few hold a connection, and each that ends makes room', async () => {
  const { filters } = parseClickFilters({ params: { range: 'all' }, now: new Date(), timeZone: 'UTC' })
  const start = () => exportClicks({ filters, timeZone: 'UTC', format: 'csv' })
  const streams = (await Promise.all(Array.from({ length: 8 }, start))).filter(stream => stream !== null)
  expect(streams).toHaveLength(5)
  streams[0]?.destroy()
  await expect.poll(start).not.toBeNull()
  for (const stream of streams) stream.destroy()
})
