import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/prisma/client'

const slot = Symbol.for('chatcart.db')
const shared = globalThis as typeof globalThis & { [slot]?: PrismaClient }

/**
 * The process's one Prisma client, opened on first use with DATABASE_URL as it is then.
 * server.ts and Next's bundle load two copies of this file (measured), hence the global slot.
 */
export function db(): PrismaClient {
  shared[slot] ??= connect(process.env.DATABASE_URL)
  return shared[slot]
}

/** Closes the pool, if one was opened. */
export async function closeDb(): Promise<void> {
  const client = shared[slot]
  shared[slot] = undefined
  await client?.$disconnect()
}

/** A database that stopped answering fails a query after a minute instead of holding it for ever. */
function connect(connectionString: string | undefined): PrismaClient {
  if (!connectionString) throw new Error('DATABASE_URL is not set yet')
  const adapter = new PrismaPg({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 3_000,
    query_timeout: 60_000,
    keepAlive: true,
  })
  // Minimal: an error's message must not carry the data of the query, which may be a customer's.
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}
