import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Pool } from 'pg'
import { z } from 'zod'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../lib/database/embedded'
import { migrate } from '../lib/database/migrate'
import { closeDb, db } from '../lib/db'
import { seedDemo } from '../lib/demo/seed'
import { root } from './processes'

/** What every measurement plays on: a Postgres of its own with the demo shop, in a folder that is thrown away. */
export type Stage = {
  folder: string
  databaseUrl: string
  /** Where the database files are. */
  postgresFolder: string
  pool: Pool
  /** The shop's products that a button can be on. */
  productIds: number[]
  stopPostgres: () => Promise<void>
  startPostgres: () => Promise<void>
  leave: () => Promise<void>
}

export async function setStage(say: (line: string) => void): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'chatcart-bench-'))
  // Else a root's Postgres, which runs as another user, would keep its files elsewhere, for ever.
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'postgres-data')
  const start = () => startEmbeddedPostgres({ dataDir, log: () => {} })
  say('Starting Postgres, with the demo shop')
  let postgres: EmbeddedPostgres | null = await start()
  const { url } = postgres
  process.env.DATABASE_URL = url
  await migrate({ url, directory: join(root, 'prisma/migrations'), log: say })
  await seedDemo(db())
  await closeDb()
  const pool = new Pool({ connectionString: url, max: 2 })
  // Postgres is killed on purpose.
  pool.on('error', () => {})
  const { rows } = await pool.query(
    'SELECT id FROM products WHERE archived_at IS NULL AND parent_id IS NULL ORDER BY id',
  )
  const stopPostgres = async () => {
    await postgres?.stop()
    postgres = null
  }
  return {
    folder,
    databaseUrl: url,
    postgresFolder: realpathSync(join(dataDir, 'postgres')),
    pool,
    productIds: z
      .array(z.object({ id: z.coerce.number() }))
      .parse(rows)
      .map(row => row.id),
    stopPostgres,
    async startPostgres() {
      postgres ??= await start()
    },
    async leave() {
      await pool.end()
      await stopPostgres()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A data folder for one server. */
export function makeDataDir(stage: Stage, name: string): string {
  const folder = join(stage.folder, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

export async function countClicks(pool: Pool): Promise<number> {
  const { rows } = await pool.query('SELECT count(*) AS count FROM click_events')
  return z.coerce.number().parse(rows[0]?.count)
}

/** Waits until `check` holds; false when it did not in time. */
export async function until(check: () => boolean | Promise<boolean>, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs
  while (performance.now() < deadline) {
    if (await check()) return true
    await delay(50)
  }
  return false
}

/** The production build, made where it is missing or old. */
export async function build(say: (line: string) => void): Promise<void> {
  say('Building, where the sources changed')
  const child = spawn(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] })
  const [code] = await once(child, 'exit')
  if (code !== 0 || !existsSync(join(root, 'dist/server.mjs'))) throw new Error('The build failed')
}
