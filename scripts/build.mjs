import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fingerprintSources } from './fingerprint.mjs'
import { finishStaticFiles } from './static-files.mjs'
import { generateClient, readIfThere, root, runQuietly } from './steps.mjs'

/**
 * The production build: Prisma client, pages, server. `dist/build-id` is written last and names the sources, so that
 * a build that was cut short, or is of other sources, is never taken for this one.
 */
const dist = join(root, 'dist')
const buildId = join(dist, 'build-id')
const lock = join(dist, 'build-lock')
const staleLockMs = 15_000

process.chdir(root)
try {
  await oneAtATime(build)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function build() {
  const fingerprint = fingerprintSources(root)
  if (readIfThere(buildId) === fingerprint && !process.argv.includes('--force')) return
  console.log('Building ChatCart (a minute or two; the next start will be quick)')
  rmSync(buildId, { force: true })
  await generateClient()
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  await runQuietly('Pages', 'next/dist/bin/next', ['build'], env)
  await finishStaticFiles(join(root, '.next'))
  await bundleServer()
  writeFileSync(buildId, fingerprint)
}

/** Packages stay outside: Next.js and Prisma find their own files beside themselves. */
async function bundleServer() {
  const { build: bundle } = await import('esbuild')
  await bundle({
    entryPoints: ['server.ts'],
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  })
  console.log('  Server')
}

/** Two starts at once make one build: the second waits, then finds it done. A lock nobody renews is a dead one's. */
async function oneAtATime(work) {
  mkdirSync(dist, { recursive: true })
  while (!takeLock()) {
    if (ageOfLock() > staleLockMs) rmSync(lock, { force: true })
    else await delay(250)
  }
  const renew = setInterval(() => utimesSync(lock, new Date(), new Date()), 2_000)
  try {
    await work()
  } finally {
    clearInterval(renew)
    rmSync(lock, { force: true })
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function ageOfLock() {
  return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0)
}
