import { execFile } from 'node:child_process'
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
