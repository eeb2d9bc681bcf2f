import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from './generated/prisma/client'

type Database = { client: PrismaClient; pool: Pool }

const slot = Symbol.for('chatcart.db')
const shared = globalThis as typeof globalThis & { [slot]?: Database }

/**
 * The process's one Prisma client, opened on first use with DATABASE_URL as it is then.
 * server.ts and Next's bundle load two copies of this file (measured), hence the global slot.
 */
export function db(): PrismaClient {
  return database().client
}

/** The connections beneath Prisma, for the one statement where its own work is what costs (insert-clicks.ts). */
export function pool(): Pool {
  return database().pool
}

/** Closes the pool, if one was opened. */
export async function closeDb(): Promise<void> {
  const opened = shared[slot]
  shared[slot] = undefined
  await opened?.client.$disconnect()
  await opened?.pool.end()
}

function database(): Database {
  shared[slot] ??= connect(process.env.DATABASE_URL)
  return shared[slot]
}

/** A database that stopped answering fails a query after a minute instead of holding it for ever. */
function connect(connectionString: string | undefined): Database {
  if (!connectionString) throw new Error('DATABASE_URL is not set yet')
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 3_000,
    query_timeout: 60_000,
    keepAlive: true,
    // Some ways to a database forget a silent connection within minutes, and the next question would wait its minute.
    keepAliveInitialDelayMillis: 60_000,
    // A page asks ten questions at once: new connections for each visit would cost more than the answers.
    idleTimeoutMillis: 300_000,
  })
  // An idle connection that breaks is replaced when it is needed; without a listener it would end the process.
  pool.on('error', () => {})
  // Minimal: an error's message must not carry the data of the query, which may be a customer's.
  const client = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' })
  return { client, pool }
}
