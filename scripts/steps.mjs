import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprintSchema } from './fingerprint.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const stillMs = 15_000

/** Runs a package's command with this Node, quietly: its output is shown only when it fails, a sign of life meanwhile. */
export async function runQuietly(title, script, args, env = {}) {
  const started = performance.now()
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`
  const sign = setInterval(() => console.log(`  ${title}: still at it (${seconds()})`), stillMs)
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pass = signal => child.kill(signal)
  process.on('SIGTERM', pass)
  const chunks = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => chunks.push(chunk))
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done))
  clearInterval(sign)
  process.off('SIGTERM', pass)
  if (code !== 0) {
    process.stderr.write(Buffer.concat(chunks))
    throw new Error(`${title} failed.`)
  }
  console.log(`  ${title} (${seconds()})`)
}

/** `prisma generate`, unless the client is that of this schema already. */
export async function generateClient() {
  const stamp = join(root, 'lib/generated/schema-fingerprint')
  const fingerprint = fingerprintSchema(root)
  if (readIfThere(stamp) === fingerprint) return
  const env = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  await runQuietly('Database client', 'prisma/build/index.js', ['generate'], env)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint)
}

export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}
