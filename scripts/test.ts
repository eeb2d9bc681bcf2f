import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { generateClient, root } from './steps.mjs'
import { ensureBrowser } from './testing/browser'

/**
 * `npm test`: everything, one step after the other, each said in one line and its output shown when it fails. A
 * failing step does not hide the others. The last line adds up: every single test, and each check as one.
 */
type Outcome = { passed: number; failed: number }
type Command = { script: string; args: string[]; env?: Record<string, string> }

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

const signOfLifeMs = 30_000
const reports = mkdtempSync(join(tmpdir(), 'chatcart-reports-'))
const total: Outcome = { passed: 0, failed: 0 }

process.chdir(root)
await step('Generated code', async () => {
  await generateClient()
  await check({ script: 'next/dist/bin/next', args: ['typegen'] })
  return { passed: 1, failed: 0 }
})
await step('Biome', () => check({ script: '@biomejs/biome/bin/biome', args: ['check', '.'] }))
await step('TypeScript', () =>
  check({ script: 'typescript/bin/tsc', args: ['--noEmit', '--pretty', 'false'] }),
)
await step('Unused code (knip)', () => check({ script: 'knip/bin/knip.js', args: [] }))
await step('Unit tests', () => vitest('unit'))
await step('Integration tests (Postgres)', () => vitest('integration'))
const built = await step('Production build', () => check({ script: '../scripts/build.mjs', args: [] }))
if (built) await step('Journeys (Chromium, production build)', playwright)
else await step('Journeys', () => Promise.reject(new Error('Not run: there is no build.')))

rmSync(reports, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function step(title: string, work: () => Promise<Outcome>): Promise<boolean> {
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
  const sign = setInterval(() => console.log(`… ${title} (${seconds()})`), signOfLifeMs)
  const outcome = await work().catch(error => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  clearInterval(sign)
  total.passed += outcome.passed
  total.failed += outcome.failed
  const ok = outcome.failed === 0
  const count =
    outcome.passed + outcome.failed > 1 ? `: ${outcome.passed} passed, ${outcome.failed} failed` : ''
  console.log(`${ok ? '✓' : '✗'} ${title}${count} (${seconds()})`)
  return ok
}

/** One check, passed or failed. */
async function check(command: Command): Promise<Outcome> {
  const { code, output } = await run(command)
  if (code !== 0) throw new Error(output)
  return { passed: 1, failed: 0 }
}

async function vitest(project: string): Promise<Outcome> {
  const file = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code, output } = await run({
    script: 'vitest/vitest.mjs',
    args: ['run', '--project', project, ...reporters],
  })
  if (code !== 0) console.error(output)
  const { numPassedTests, numFailedTests } = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return count(code, numPassedTests, numFailedTests)
}

async function playwright(): Promise<Outcome> {
  const file = join(reports, 'e2e.json')
  const env = {
    CHROMIUM_PATH: await ensureBrowser(line => console.log(`  ${line}`)),
    E2E_REPORT: file,
  }
  const { code, output } = await run({ script: '@playwright/test/cli.js', args: ['test'], env })
  if (code !== 0) console.error(output)
  const { stats } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return count(code, stats.expected + stats.flaky, stats.unexpected)
}

/** A run that fails without a failed test (a file that can't be loaded, a leak) is one failure. */
function count(code: number, passed: number, failed: number): Outcome {
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) }
}

async function run({ script, args, env }: Command): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => chunks.push(chunk))
  const pass = () => child.kill('SIGTERM')
  process.on('SIGTERM', pass)
  const code = await new Promise<number>((done, fail) =>
    child.on('error', fail).on('close', result => done(result ?? 1)),
  )
  process.off('SIGTERM', pass)
  return { code, output: Buffer.concat(chunks).toString('utf8').trim() }
}
