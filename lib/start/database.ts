import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ensureFirstAdmin } from '../auth/first-admin'
import { startEmbeddedPostgres } from '../database/embedded'
import { migrate } from '../database/migrate'
import { db } from '../db'
import { seedDemo } from '../demo/seed'
import type { Env } from '../env'
import type { Runtime } from './runtime'

const retryMs = { first: 500, most: 5_000 }

export type Admin = { email: string; password: string | null; created: boolean }
export type DatabaseComingUp = { ready: Promise<{ admin: Admin }>; stop: () => Promise<void> }

/**
 * Brings the database up behind the redirects: starts the embedded one or waits for the one that DATABASE_URL names,
 * migrates it, makes the first admin, fills an empty embedded one with the demo shop, and lets the runtime follow it.
 * `ready` rejects only where nothing could be answered without it: there is no last known routing table either.
 */
export function bringUpDatabase(input: {
  env: Env
  runtime: Runtime
  say: (line: string) => void
}): DatabaseComingUp {
  const { env, runtime, say } = input
  const start = () => startEmbeddedPostgres({ dataDir: env.DATA_DIR, log: say })
  const hopeless = () => !env.DATABASE_URL && runtime.health().status === 'starting'
  const embedded = env.DATABASE_URL ? null : untilItWorks({ say, hopeless, work: start })

  const ready = async () => {
    const url = env.DATABASE_URL ?? (await embedded)?.url ?? ''
    process.env.DATABASE_URL = url
    const admin = await untilItWorks({ say, hopeless, work: () => prepare(url, env, say) })
    await runtime.attach(url)
    return { admin }
  }
  return { ready: ready(), stop: async () => (await embedded?.catch(() => null))?.stop() }
}

async function prepare(url: string, env: Env, say: (line: string) => void): Promise<Admin> {
  await migrate({ url, directory: join(process.cwd(), 'prisma/migrations'), log: say })
  if (!env.DATABASE_URL) await seedDemo(db())
  return ensureFirstAdmin({ email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD, randomBytes })
}

/** Says once what is in the way, and tries again until it is gone: redirects are answered meanwhile. */
async function untilItWorks<T>(input: {
  say: (line: string) => void
  hopeless: () => boolean
  work: () => Promise<T>
}): Promise<T> {
  let said = ''
  for (let wait = retryMs.first; ; wait = Math.min(wait * 2, retryMs.most)) {
    try {
      return await input.work()
    } catch (error) {
      if (input.hopeless()) throw error
      const message = error instanceof Error ? error.message : String(error)
      if (message !== said) input.say(`${message} Trying again until it works.`)
      said = message
      await delay(wait)
    }
  }
}
