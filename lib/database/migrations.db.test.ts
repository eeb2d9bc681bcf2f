import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultTemplates } from '../whatsapp/templates'
import { migrate } from './migrate'

const run = promisify(execFile)
const ownUrl = process.env.DATABASE_URL ?? ''
const emptyName = `${new URL(ownUrl).pathname.slice(1)}_empty`
const emptyUrl = new URL(`/${emptyName}`, ownUrl).href
const directory = 'prisma/migrations'

async function prisma(url: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1' }
  const { stdout } = await run(process.execPath, ['node_modules/prisma/build/index.js', ...args], { env })
  return stdout
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query(sql)
    .then(result => result.rows)
    .finally(() => client.end())
}

beforeAll(() => query(ownUrl, `CREATE DATABASE ${emptyName}`))
afterAll(() => query(ownUrl, `DROP DATABASE ${emptyName} WITH (FORCE)`))

const compare = [
  'migrate',
  'diff',
  '--from-config-datasource',
  '--to-schema',
  'prisma/schema.prisma',
  '--exit-code',
]

test('prisma migrate deploy builds exactly what schema.prisma says, on an empty database', async () => {
  await prisma(emptyUrl, 'migrate', 'deploy')
  expect(await prisma(emptyUrl, ...compare)).toContain('No difference detected')
  expect(await migrate({ url: emptyUrl, directory, log: () => {} })).toEqual({ applied: [] })
}, 60_000)

test('a column that the schema does not know is a difference', async () => {
  await query(emptyUrl, 'ALTER TABLE numbers ADD COLUMN surplus text')
  await expect(prisma(emptyUrl, ...compare)).rejects.toMatchObject({ code: 2 })
}, 60_000)

test('Prisma takes the migrations applied at start for its own', async () => {
  expect(await prisma(ownUrl, 'migrate', 'status')).toContain('Database schema is up to date')
  expect(await prisma(ownUrl, 'migrate', 'deploy')).toContain('No pending migrations to apply')
}, 60_000)

test('two instances that start together apply each migration once', async () => {
  await query(emptyUrl, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  const start = () => migrate({ url: emptyUrl, directory, log: () => {} })
  const applied = (await Promise.all([start(), start()])).flatMap(result => result.applied)
  expect(applied).toEqual([...new Set(applied)])
  expect(applied).not.toHaveLength(0)
})

test('totals that an older version kept, or did not, become those of now', async () => {
  await query(emptyUrl, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  const older = mkdtempSync(join(tmpdir(), 'chatcart-migrations-'))
  const isOlder = (path: string) => basename(path) < '20261125090000_click_months' || path === directory
  cpSync(directory, older, {
    recursive: true,
    filter: path => relative(directory, path).includes(sep) || isOlder(path),
  })
  await migrate({ url: emptyUrl, directory: older, log: () => {} })
  rmSync(older, { recursive: true })
  await query(
    emptyUrl,
    `INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, reason, number_id, item_count)
     SELECT gen_random_uuid(), '2026-01-28T12:00Z'::timestamptz + i * interval '5 hours', nullif(i % 4, 3), 'product', 'mobile',
       (CASE WHEN i % 5 = 0 THEN 'bot' ELSE 'human' END)::visitor_kind, 'no_rule', nullif(i % 3, 2), 1
     FROM generate_series(1, 300) AS i;
     SET chatcart.archiving = on;
     WITH old AS (DELETE FROM click_events WHERE occurred_at < '2026-02-03' RETURNING *)
     INSERT INTO archived_clicks (quarter, product_id, page_type, device_type, visitor_kind, reason, number_id, count)
     SELECT date_bin('15 minutes', occurred_at, '2000-01-01Z'), product_id, page_type, device_type, visitor_kind, reason, number_id, 1
     FROM old`,
  )
  await migrate({ url: emptyUrl, directory, log: () => {} })
  const byDay = (table: string, keys: string) =>
    `SELECT (month + day::int - 1)::text AS day, ${keys}, days.clicks FROM ${table} CROSS JOIN LATERAL (
       SELECT row_number() OVER () AS day, clicks FROM unnest(ARRAY[${days}]) AS clicks) AS days
     WHERE days.clicks > 0 AND month > '2026-02-01' ORDER BY 1, 2, 3`
  const days = Array.from({ length: 31 }, (_, index) => `d${index + 1}`).join(', ')
  const counted = (keys: string, where: string) =>
    `SELECT (occurred_at AT TIME ZONE 'UTC')::date::text AS day, ${keys}, count(*)::int AS clicks FROM click_events
     WHERE visitor_kind = 'human' AND occurred_at >= '2026-03-01' AND ${where} GROUP BY 1, ${keys} ORDER BY 1, 2, 3`
  expect(await query(emptyUrl, byDay('click_product_months', 'product_id, number_id'))).toEqual(
    await query(emptyUrl, counted('product_id, number_id', 'product_id > 0')),
  )
  expect(await query(emptyUrl, byDay('click_route_months', 'number_id'))).toEqual(
    await query(emptyUrl, counted('number_id', 'true')),
  )
  // The archived ones stay counted: 300 clicks, of which every fifth is a bot's.
  const sums = `SELECT sum(clicks)::int AS clicks, sum(${days.replaceAll(', ', ' + ')})::int AS days FROM click_route_months`
  expect(await query(emptyUrl, sums)).toEqual([{ clicks: 240, days: 240 }])
  // A third of them went to no number.
  const routes = `SELECT number_id, reason, sum(product_mobile)::int AS clicks,
      (count(*) FILTER (WHERE cart_desktop <> 0))::int AS others FROM click_route_totals GROUP BY 1, 2 ORDER BY 1, 2`
  expect(await query(emptyUrl, routes)).toEqual([
    { number_id: 0, reason: null, clicks: 100, others: 0 },
    { number_id: 1, reason: null, clicks: 100, others: 0 },
    { number_id: null, reason: 'no_rule', clicks: 300, others: 0 },
  ])
})

test('a database that is away is named without its password', async () => {
  const url = 'postgresql://ana:hush@127.0.0.1:1/shop'
  const failure = migrate({ url, directory, log: () => {} })
  await expect(failure).rejects.toThrow(
    /^The database server at 127\.0\.0\.1:1 can't be reached \(ECONNREFUSED\)/,
  )
  await expect(failure).rejects.not.toThrow(/hush/)
})

test.each([
  ['default_transaction_read_only%3Don', /^The database "test_\w+_empty" at .+ can only be read\. /],
  ['role%3Dpg_read_all_data', /pg_trgm.+ Let an administrator run: CREATE EXTENSION pg_trgm; /],
])('a database that may not be written to as needed (%s) is told so', async (option, message) => {
  await query(
    emptyUrl,
    'DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT ALL ON SCHEMA public TO public',
  )
  const url = `${emptyUrl}?options=-c%20${option}`
  await expect(migrate({ url, directory, log: () => {} })).rejects.toThrow(message)
})

test('the first messages are the defaults that the editor offers', async () => {
  const [row] = await query(
    ownUrl,
    `SELECT product_template AS product, cart_template AS cart, checkout_template AS checkout,
       floating_template AS floating FROM settings`,
  )
  expect(row).toEqual(defaultTemplates)
})
