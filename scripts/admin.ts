import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { generateClient, root } from './steps.mjs'

/** `npm run admin [e-mail]`, while the app runs: a new password for an admin who lost theirs, or one more admin. */
process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')

try {
  await letIn()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function letIn() {
  const asked = z.email().optional().safeParse(process.argv[2])
  if (!asked.success) throw new Error(`${process.argv[2]} is not an e-mail address.`)
  await generateClient()
  // Loaded now, not above: the Prisma client may only just have been generated.
  const { parseEnv } = await import('../lib/env')
  const { letIn } = await import('../lib/auth/let-in')
  const { closeDb } = await import('../lib/db')
  const env = parseEnv(process.env)
  process.env.DATABASE_URL = env.DATABASE_URL ?? embeddedUrl(env.DATA_DIR)
  try {
    const { email, password, created } = await letIn({ email: asked.data, randomBytes })
    const done = created ? 'is an admin now' : 'has a new password, and is signed out everywhere'
    console.log(`\n${email} ${done}:\n\n  ${password}\n\nShown once; change it in Settings > Account.\n`)
  } finally {
    await closeDb()
  }
}

/** The embedded database runs only while the app does, and says here where. */
function embeddedUrl(dataDir: string): string {
  const file = join(dataDir, 'database-url')
  if (!existsSync(file)) throw new Error('Start ChatCart first (npm start), then run this beside it.')
  return readFileSync(file, 'utf8').trim()
}
