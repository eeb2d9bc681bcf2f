import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generateClient, root } from './steps.mjs'

/** `npm run dev`: the same embedded database as `npm start`, then `next dev`. `npm run dev -- -p 3001` works. */
process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')
const { values } = parseArgs({ options: { port: { type: 'string', short: 'p' } } })
if (values.port) process.env.PORT = values.port

try {
  await generateClient()
  process.exitCode = await develop()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.exit()

async function develop(): Promise<number> {
  // Loaded now, not above: the Prisma client has only just been generated.
  const { parseEnv } = await import('../lib/env')
  const { keptSecret } = await import('../lib/secret')
  const env = parseEnv({ ...process.env, NODE_ENV: 'development' })
  const dataDir = resolve(env.DATA_DIR)
  const database = env.DATABASE_URL ? null : await startDatabase(dataDir)
  try {
    const url = env.DATABASE_URL ?? database?.url ?? ''
    process.env.DATABASE_URL = url
    await prepare(url, database !== null, env)
    return await runNext(env.PORT, {
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      PUBLIC_URL: env.PUBLIC_URL,
      NEXTAUTH_URL: env.PUBLIC_URL,
      NEXTAUTH_SECRET:
        env.NEXTAUTH_SECRET ?? keptSecret({ dataDir, name: 'nextauth-secret', bytes: randomBytes(32) }),
    })
  } finally {
    await database?.stop()
  }
}

async function startDatabase(dataDir: string) {
  const { startEmbeddedPostgres } = await import('../lib/database/embedded')
  return startEmbeddedPostgres({ dataDir, log: console.log })
}

async function prepare(
  url: string,
  withDemo: boolean,
  env: { ADMIN_EMAIL?: string; ADMIN_PASSWORD?: string; PUBLIC_URL: string },
): Promise<void> {
  const { migrate } = await import('../lib/database/migrate')
  const { ensureFirstAdmin } = await import('../lib/auth/first-admin')
  const { closeDb, db } = await import('../lib/db')
  const { seedDemo } = await import('../lib/demo/seed')
  await migrate({ url, directory: join(root, 'prisma/migrations'), log: console.log })
  if (withDemo) await seedDemo(db())
  const admin = await ensureFirstAdmin({ email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD, randomBytes })
  await closeDb()
  const password = admin.password ? `, password ${admin.password} (shown once)` : ''
  console.log(`\n  ${env.PUBLIC_URL}/admin as ${admin.email}${password}\n  ${env.PUBLIC_URL}/store\n`)
}

/** Ctrl-C reaches Next.js by itself; a SIGTERM is passed on. Either way the database is stopped after it. */
function runNext(port: number, env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'dev', '-p', String(port)], {
    stdio: 'inherit',
    env: { ...process.env, ...env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((done, fail) => child.on('error', fail).on('exit', code => done(code ?? 0)))
}
