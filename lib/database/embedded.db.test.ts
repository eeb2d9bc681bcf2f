import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded'

let dataDir: string
let running: EmbeddedPostgres[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'chatcart-embedded-'))
  // As root, Postgres runs as somebody else, who has to get in here.
  chmodSync(dataDir, 0o755)
  running = []
})
afterEach(async () => {
  for (const postgres of running) await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(log: (message: string) => void = () => {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log })
  running.push(postgres)
  return postgres
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
    .query({ text: sql, rowMode: 'array' })
    .then(result => result.rows[0]?.[0])
    .finally(() => client.end())
}

const pidFile = () => join(dataDir, 'postgres', 'postmaster.pid')
const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

test('the URL is there for others while it runs, for the owner only; the data outlives a stop', async () => {
  const first = await start()
  const urlFile = join(dataDir, 'database-url')
  expect(readFileSync(urlFile, 'utf8').trim()).toBe(first.url)
  expect(statSync(urlFile).mode & 0o777).toBe(0o600)
  await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await first.stop()
  expect(existsSync(urlFile)).toBe(false)
  expect(existsSync(pidFile())).toBe(false)
  const second = await start()
  expect(second).toMatchObject({ url: first.url, adopted: false })
  expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(42)
}, 60_000)

test('a killed Postgres comes back under the same URL', async () => {
  const log = vi.fn()
  const { url } = await start(log)
  const killed = postmaster()
  process.kill(killed, 'SIGKILL')
  await vi.waitFor(() => expect(log).toHaveBeenCalledWith('Postgres is back'), { timeout: 30_000 })
  expect(postmaster()).not.toBe(killed)
  expect(await ask(url, 'SELECT 1')).toBe(1)
}, 60_000)

test('the Postgres of a killed app is taken over', async () => {
  const script = `import { startEmbeddedPostgres } from './lib/database/embedded'
    startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log() {} }).then(() => console.log('up'))
    setInterval(() => {}, 1000)`
  const app = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  await once(app.stdout, 'data')
  const orphan = postmaster()
  app.kill('SIGKILL')
  await once(app, 'exit')
  const postgres = await start()
  expect(postgres.adopted).toBe(true)
  expect(postmaster()).toBe(orphan)
  await postgres.stop()
  expect(existsSync(pidFile())).toBe(false)
}, 60_000)

test('a lock whose process id belongs to another program by now is no obstacle', async () => {
  const first = await start()
  await first.stop()
  writeFileSync(pidFile(), `${process.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n\n127.0.0.1\n`)
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second.url, 'SELECT 1')).toBe(1)
}, 60_000)
