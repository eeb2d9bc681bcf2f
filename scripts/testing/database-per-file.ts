import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll } from 'vitest'
import { closeDb } from '../../lib/db'

/** Each test file gets a migrated, empty database of its own, in DATABASE_URL; it goes away with the file. */
const template = new URL(process.env.TEST_TEMPLATE_URL ?? '')
const administration = new URL('/postgres', template)
const name = `test_${randomBytes(6).toString('hex')}`

await administer(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`)
process.env.DATABASE_URL = new URL(`/${name}`, template).href

afterAll(async () => {
  await closeDb()
  await administer(`DROP DATABASE ${name} WITH (FORCE)`)
})

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: administration.href })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
