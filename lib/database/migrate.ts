import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'

type Migration = { name: string; sql: string; checksum: string }

/** The one that `prisma migrate` takes as well: the two never run at the same time. */
const advisoryLock = 72707369
const oldestServer = 150_000
const extensions = 'CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;'

/**
 * Applies the migrations of `directory` that the database has not seen, oldest first, and keeps the books as
 * `prisma migrate deploy` does, so that either can carry on. Instances that start together take turns.
 * @throws {Error} with one sentence for people: server away, too old, or a migration that failed.
 */
export async function migrate(input: {
  url: string
  directory: string
  log: (message: string) => void
}): Promise<{ applied: string[] }> {
  const client = await connect(input.url)
  try {
    await checkVersion(client)
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    await createBooks(client).catch(cause => {
      throw new Error(sayReadOnly(client, cause), { cause })
    })
    const pending = await listPending(client, readMigrations(input.directory), input.log)
    for (const migration of pending) await apply(client, migration)
    return { applied: pending.map(migration => migration.name) }
  } finally {
    // Ends the session, and with it the lock.
    await client.end().catch(() => {})
  }
}

/** A connection, or one sentence that names the server and what to check, never the password. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (cause) {
    await client.end().catch(() => {})
    throw new Error(sayUnreachable(client, cause), { cause })
  }
}

function sayUnreachable({ host, port, user, database }: pg.Client, cause: unknown): string {
  const at = `${host}:${port}`
  const code = codeOf(cause)
  if (code === '28P01' || code === '28000') {
    return `The database server at ${at} refuses the user "${user}". Check the name and the password in DATABASE_URL.`
  }
  if (code === '3D000')
    return `There is no database "${database}" at ${at}. Create it, or correct DATABASE_URL.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `There is no database server called "${host}". Check the host in DATABASE_URL.`
  }
  const reason = code || (cause instanceof Error ? cause.message : String(cause))
  return `The database server at ${at} can't be reached (${reason}). Check that it runs and that DATABASE_URL is right.`
}

function sayReadOnly({ host, port, database }: pg.Client, cause: unknown): string {
  if (codeOf(cause) !== '25006') return cause instanceof Error ? `${cause.message}.` : String(cause)
  return `The database "${database}" at ${host}:${port} can only be read. ChatCart needs one that it may write to.`
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num')::int AS number, version() AS text",
  )
  const { number, text } = z.object({ number: z.number(), text: z.string() }).parse(rows[0])
  if (number >= oldestServer) return
  throw new Error(`ChatCart needs PostgreSQL 15 or later; this server says it is ${text.split(' on ')[0]}.`)
}

/** Prisma's own table, column by column. */
async function createBooks(client: pg.Client): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`)
}

function readMigrations(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
    .map(name => {
      const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

const entry = z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() })

async function listPending(
  client: pg.Client,
  migrations: Migration[],
  log: (message: string) => void,
): Promise<Migration[]> {
  const { rows } = await client.query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  const entries = new Map(
    z
      .array(entry)
      .parse(rows)
      .map(row => [row.migration_name, row]),
  )
  const failed = [...entries.values()].find(row => !row.finished)
  if (failed) {
    throw new Error(
      `The migration ${failed.migration_name} failed earlier. Repair the database, then say so with "npx prisma migrate resolve".`,
    )
  }
  for (const { name, checksum } of migrations) {
    const known = entries.get(name)
    if (known && known.checksum !== checksum)
      log(`The migration ${name} was changed after it had been applied.`)
  }
  return migrations.filter(({ name }) => !entries.has(name))
}

/** The migration and its entry in one transaction: a failed one leaves nothing behind. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {})
    const reason = cause instanceof Error ? cause.message : String(cause)
    const isExtension = codeOf(cause) === '42501' && reason.includes('extension')
    const advice = isExtension ? ` Let an administrator run: ${extensions}` : ''
    throw new Error(`The migration ${name} could not be applied: ${reason}.${advice}`, { cause })
  }
}
