import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { parseEnv } from '../env'
import { report } from '../log'
import { isRedirectPath, plainUrl } from '../redirect/target'
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
  subscribe('http.server.request.start', keepPlain)
  if (env.DATABASE_URL) void runtime.attach(env.DATABASE_URL)
  else report('DATABASE_URL is not set: npm run dev starts a database, next dev alone does not')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void runtime.stop())
}

/** Runs before Next.js sees a request; see `plainUrl`. */
function keepPlain(message: unknown): void {
  if (typeof message !== 'object' || message === null || !('request' in message)) return
  const { request } = message
  if (!(request instanceof IncomingMessage) || !request.url || !isRedirectPath(request.url)) return
  request.url = plainUrl(request.url)
  // Next.js answers its own router's requests itself, with a 307.
  delete request.headers.rsc
}
