import { parseEnv } from '../env'
import { report } from '../log'
import { findRuntime, setRuntime } from '../runtime'
import { Runtime } from './runtime'

/** Starts the runtime where Next.js runs without server.ts, on the database that DATABASE_URL names. */
export function startForNext(): void {
  if (findRuntime()) return
  const env = parseEnv(process.env)
  const runtime = new Runtime({
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    spoolMaxMb: env.SPOOL_MAX_MB,
    trustProxy: env.TRUST_PROXY,
  })
  setRuntime(runtime)
  if (env.DATABASE_URL) void runtime.attach(env.DATABASE_URL)
  else report('DATABASE_URL is not set: npm run dev starts a database, next dev alone does not')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void runtime.stop())
}
