import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ensureFirstAdmin } from '../auth/first-admin'
import { startEmbeddedPostgres } from '../database/embedded'
import { migrate } from '../database/migrate'
import { seedDemo } from '../demo/seed'
import type { Env } from '../env'
import { report } from '../log'
import type { Runtime } from '../runtime'

const retryMs = { first: 500, most: 5_000 }

export type DatabaseUp = {
  embedded: boolean
  admin: { email: string; password: string | null; created: boolean }
  stop: () => Promise<void>
}

/**
 * Brings the database up behind the redirects: starts the embedded one or waits for the one that DATABASE_URL names,
 * migrates it, makes the first admin, fills an empty embedded one with the demo shop, and lets the runtime follow it.
 */
export async function bringUpDatabase(input: {
  env: Env
  runtime: Runtime
  say: (line: string) => void
}): Promise<DatabaseUp> {
  const { env, runtime, say } = input
  const embedded = env.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: env.DATA_DIR, log: say })
  const url = env.DATABASE_URL ?? embedded?.url ?? ''
  process.env.DATABASE_URL = url
  const admin = await untilItWorks(say, async () => {
    await migrate({ url, directory: join(process.cwd(), 'prisma/migrations'), log: say })
    return ensureFirstAdmin({ email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD, randomBytes })
  })
  if (embedded) await seedDemo().catch(error => report('The demo shop could not be set up', error))
  await runtime.attach(url)
  return { embedded: embedded !== null, admin, stop: async () => embedded?.stop() }
}

/** Says once what is in the way, and tries again until it is gone: redirects are answered meanwhile. */
async function untilItWorks<T>(say: (line: string) => void, work: () => Promise<T>): Promise<T> {
  let said = ''
  for (let wait = retryMs.first; ; wait = Math.min(wait * 2, retryMs.most)) {
    try {
      return await work()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (message !== said) say(`${message} Trying again until it works.`)
      said = message
      await delay(wait)
    }
  }
}
