import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintSources } from './fingerprint.mjs'
import { readIfThere, root } from './steps.mjs'

/** `npm start`: builds when there is no build of these sources, then becomes the server. */
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`ChatCart needs Node 20.19 or later; this is ${process.versions.node}.`)
  process.exit(1)
}
process.chdir(root)
// Before anything else reads the environment: Next.js would load the file only half-way through.
if (existsSync('.env')) process.loadEnvFile('.env')

if (readIfThere(join(root, 'dist/build-id')) !== fingerprintSources(root)) await build()
// Without source maps: they cost 50 MB of memory (measured), and the bundle is as readable as the sources.
await import('../dist/server.mjs')

/** In a process of its own, so that the server does not keep the build's memory. */
async function build() {
  const child = spawn(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' })
  const pass = signal => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass)
  const code = await new Promise((done, fail) => child.on('error', fail).on('exit', done))
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, pass)
  if (code !== 0) process.exit(code ?? 1)
}
