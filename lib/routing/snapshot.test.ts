import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSnapshot, writeSnapshot } from './snapshot'
import { number, product, tableOf } from './table.fixture'

let directory = ''
let path = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'snapshot-'))
  path = join(directory, 'store', 'table.ndjson')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const table = tableOf(
  [
    product(1, { name: 'Boot\n"100%" \u2028 مرحبا', categoryIds: [20, 10], price: '19.9', currency: 'EUR' }),
    product(Number.MAX_SAFE_INTEGER, {
      parentId: 1,
      variation: 'Blue',
      sku: 'S',
      url: 'https://example.com',
    }),
  ],
  { storeName: 'Shop\nTwo' },
)

test('a table comes back as it was', async () => {
  await writeSnapshot(path, table)
  expect(readSnapshot(path)).toEqual(table)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(directory, 'store'))).toEqual(['table.ndjson'])
})

test.each([
  ['no default number', tableOf([], { defaultNumber: null, rules: new Map() })],
  [
    'hours, a pause and a backup',
    tableOf([], {
      numbers: new Map([
        [1, number(1, '15550000001', { hours: [0, 60], paused: true, backupId: 2, timeZone: 'Asia/Tokyo' })],
      ]),
    }),
  ],
  ['many products', tableOf(Array.from({ length: 2_500 }, (_, i) => product(i + 1)))],
])('also with %s, over an older one', async (_, other) => {
  await writeSnapshot(path, table)
  await writeSnapshot(path, other)
  expect(readSnapshot(path)).toEqual(other)
})

test.each([
  ['cut short', (text: string) => text.slice(0, -30)],
  ['a line missing', (text: string) => text.split('\n').slice(0, 2).join('\n')],
  ['of another version', (text: string) => text.replace('"version":2', '"version":3')],
  ['zeros', (text: string) => '\0'.repeat(text.length)],
  ['empty', () => ''],
])('one that is %s is none', async (_, damage) => {
  await writeSnapshot(path, table)
  writeFileSync(path, damage(readFileSync(path, 'utf8')))
  expect(readSnapshot(path)).toBeNull()
})

test('there is none at first', () => {
  expect(readSnapshot(path)).toBeNull()
})

test('one of the version before still answers, with every number open', async () => {
  await writeSnapshot(path, table)
  const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n')
  const head = JSON.parse(first)
  const rules = [[10, { id: 100, number: { id: 1, digits: '5511988887777' } }]]
  const store = { ...head.store, rules, numbers: undefined, defaultNumber: { id: 9, digits: '15550100999' } }
  writeFileSync(path, [JSON.stringify({ ...head, version: 1, store }), ...lines].join('\n'))
  expect(readSnapshot(path)?.store).toMatchObject({
    defaultNumber: { id: 9, paused: false, hours: null },
    rules: new Map([[10, { id: 100, categoryId: 10, number: { paused: false } }]]),
  })
})
