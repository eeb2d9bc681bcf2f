import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Pool } from 'pg'
import { send } from './raw-request'

const root = join(import.meta.dirname, '..')
const startWithinMs = 90_000
const stopWithinMs = 15_000

export const firstAdmin = { email: 'owner@example.com', password: 'a long first password' }

/** A running server with its database. */
export type Shop = {
  url: string
  dataDir: string
  database: Pool
  databaseUrl: string
  /** What the server printed so far. */
  output: () => string
  stop: () => Promise<void>
}

type ShopOptions = {
  /** Adds to or, by an empty value, takes from the usual environment. */
  env?: Record<string, string>
  /** `next start` instead of the production server. */
  underNext?: boolean
}

/** Starts the production build with a data folder, an embedded Postgres and a free port of its own. */
export async function startShop({ env = {}, underNext = false }: ShopOptions = {}): Promise<Shop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatcart-e2e-'))
  // As root, Postgres runs as somebody else, who has to get in here.
  chmodSync(dataDir, 0o755)
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const command = underNext
    ? ['node_modules/next/dist/bin/next', 'start', '--port', String(port)]
    : ['dist/server.mjs']
  const server = spawn(process.execPath, command, {
    cwd: root,
    env: {
      ...processEnvironment(),
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      ADMIN_EMAIL: firstAdmin.email,
      ADMIN_PASSWORD: firstAdmin.password,
      TRUST_PROXY: 'loopback',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', chunk => (output += chunk))
  try {
    await untilReady({ server, url, output: () => output })
  } catch (error) {
    await end(server)
    throw error
  }
  const databaseUrl = env.DATABASE_URL ?? readFileSync(join(dataDir, 'database-url'), 'utf8').trim()
  const database = new Pool({ connectionString: databaseUrl, max: 3 })
  // The server stops its Postgres under our idle connections.
  database.on('error', () => {})
  const stop = async () => {
    await database.end()
    await end(server)
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url, dataDir, database, databaseUrl, output: () => output, stop }
}

/** Everything but what would configure a shop: the machine that runs the tests may have one. */
function processEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, PUBLIC_URL, HOST, ...rest } = process.env
  return rest
}

async function untilReady(shop: { server: ChildProcess; url: string; output: () => string }): Promise<void> {
  const deadline = Date.now() + startWithinMs
  for (;;) {
    if (shop.server.exitCode !== null) throw new Error(`The server ended at once:\n${shop.output()}`)
    const page = await send(shop.url, '/login').catch(() => null)
    const health = page?.status === 200 ? await send(shop.url, '/api/health') : null
    if (health?.status === 200) return
    if (Date.now() > deadline) throw new Error(`The server did not come up:\n${shop.output()}`)
    await delay(100)
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  const timer = setTimeout(() => server.kill('SIGKILL'), stopWithinMs)
  await ended
  clearTimeout(timer)
}

/** Below those that connections get (from 32768 on): the server takes it seconds later, and one of those may be there by then. */
async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    const probe = createServer()
    const isFree = new Promise<boolean>(answer => {
      probe.once('error', () => answer(false)).listen(port, () => probe.close(() => answer(true)))
    })
    if (await isFree) return port
  }
}
