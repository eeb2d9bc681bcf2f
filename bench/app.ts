import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { type Cores, type Running, root, startNode, startProgram } from './processes'
import { until } from './stage'

export type AppOptions = {
  port: number
  dataDir: string
  databaseUrl: string
  cores: Cores
  env?: Record<string, string>
}

/** The production server, exactly as `npm start` runs it, believing `X-Forwarded-For` from this machine. */
export function startApp({ port, dataDir, databaseUrl, cores, env }: AppOptions): Running {
  // `exec`: the process that is measured and killed is the server itself.
  const program = ['sh', '-c', `exec env ${startCommand}`]
  return startProgram(program, { ...appEnv({ port, dataDir, databaseUrl }), ...env }, cores)
}

const startCommand = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).scripts.start

/** The same build under `next start`: redirects go through the route handler. */
export function startNextAlone({ port, dataDir, databaseUrl, cores }: AppOptions): Running {
  const args = ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1']
  return startNode(args, appEnv({ port, dataDir, databaseUrl }), cores)
}

function appEnv({ port, dataDir, databaseUrl }: { port: number; dataDir: string; databaseUrl: string }) {
  return {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    TRUST_PROXY: 'loopback',
    NEXTAUTH_SECRET: 'only-for-the-bench-0123456789',
    ADMIN_PASSWORD: 'only-for-the-bench',
  }
}

const health = z.object({
  status: z.string(),
  database: z.string(),
})

/** What the server says of itself; null while it does not answer. */
export async function findHealth(port: number): Promise<z.output<typeof health> | null> {
  const body = await ask(port, '/api/health')
  return body ? (health.safeParse(JSON.parse(body.text)).data ?? null) : null
}

/** Up, with its routing table loaded from the database. @throws with what it printed when it does not come up. */
export async function waitUntilUp(port: number, server: Running): Promise<void> {
  const up = await until(async () => {
    const state = await findHealth(port)
    return state?.status === 'ok' && state.database === 'up'
  }, 30_000)
  if (!up) throw new Error(`The server does not come up. It said:\n${server.output()}`)
}

export function ask(port: number, path: string): Promise<{ status: number; text: string } | null> {
  return new Promise(resolve => {
    const request = get({ port, path, host: '127.0.0.1', agent: false, timeout: 5_000 }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', () => resolve(null))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(null))
  })
}
