import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { isOwnerAlive, processOwner } from '../process-owner'
import { keptSecret } from '../secret'
import {
  findPostmaster,
  initCluster,
  placeCluster,
  removeStaleLock,
  sharedFolder,
  stopPostmaster,
} from './cluster'
import { preparePostgresBinaries } from './postgres-binaries'
import { findSystemAccount, type SystemAccount } from './system-account'

export type EmbeddedPostgres = {
  /** libpq URL; stays the same for as long as the process runs, across restarts of Postgres. */
  url: string
  /** A Postgres that was already running (another instance, or an orphan of a killed one) was taken over. */
  adopted: boolean
  /** Stops Postgres, unless another instance on the same data folder still uses it. */
  stop: () => Promise<void>
}

type Cluster = {
  folder: string
  binary: string
  account: SystemAccount
  password: string
  port: number
  logPath: string
}

const databaseName = 'chatcart'
const patienceMs = 60_000
const lookEveryMs = 250
const restartMs = { first: 100, most: 3_000 }

/**
 * Starts the Postgres that ships with the app on `<dataDir>/postgres`, or takes over one that still runs there, and
 * starts it again whenever it dies. The last instance to stop stops it. @throws with one sentence for people.
 */
export async function startEmbeddedPostgres(input: {
  dataDir: string
  log: (message: string) => void
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(input.dataDir)
  const account = findSystemAccount()
  const copies = account.uid === undefined ? dataDir : sharedFolder
  const folder = placeCluster(dataDir, account)
  const leave = enter(dataDir)
  const binaries = preparePostgresBinaries(account, copies)
  const password = keptSecret({ dataDir, name: 'database-password', bytes: randomBytes(24) })
  await initCluster({ initdb: binaries.initdb, folder, password, account })
  const port = await choosePort(dataDir, folder)
  const logPath = join(dataDir, 'postgres.log')
  const cluster: Cluster = { folder, binary: binaries.postgres, account, password, port, logPath }

  const stopping = new AbortController()
  const adopted = await bringUp(cluster)
  await createDatabase(cluster)
  const url = urlOf(cluster, databaseName)
  const urlFile = join(dataDir, 'database-url')
  writePrivately(urlFile, `${url}\n`)
  const watching = supervise(cluster, stopping.signal, input.log)

  return {
    url,
    adopted,
    async stop() {
      if (stopping.signal.aborted) return
      stopping.abort()
      await watching
      if (!leave()) return
      rmSync(urlFile, { force: true })
      await stopPostmaster(folder)
    },
  }
}

/** Notes that this process uses the data folder; the answer tells whether it was the last one when it leaves. */
function enter(dataDir: string): () => boolean {
  const users = join(dataDir, 'database-users')
  mkdirSync(users, { recursive: true })
  // Entries of killed processes.
  for (const owner of readdirSync(users))
    if (isOwnerAlive(owner) !== true) rmSync(join(users, owner), { force: true })
  const self = processOwner()
  writeFileSync(join(users, self), '')
  return () => {
    rmSync(join(users, self), { force: true })
    const others = readdirSync(users).filter(owner => isOwnerAlive(owner) === true)
    return others.length === 0
  }
}

/** The port of the running Postgres, else the one of last time while it is free, else any free one. */
async function choosePort(dataDir: string, folder: string): Promise<number> {
  const running = findPostmaster(folder) === null ? null : readPostmasterPort(folder)
  const portFile = join(dataDir, 'database-port')
  const port = running ?? (await freePort(readNumber(portFile))) ?? (await freePort(0))
  if (port === null) throw new Error('There is no free port on 127.0.0.1 for the built-in Postgres.')
  writePrivately(portFile, String(port))
  return port
}

function readPostmasterPort(folder: string): number | null {
  // Line 4 of postmaster.pid; missing for a moment while Postgres starts.
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]) || null
}

function readNumber(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8')) || 0
  } catch {
    return 0
  }
}

function freePort(port: number): Promise<number | null> {
  return new Promise(done => {
    const server = createServer()
    server.once('error', () => done(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(address && typeof address === 'object' ? address.port : null))
    })
  })
}

/** Makes sure that Postgres accepts connections on our port. Returns whether it was running already. */
async function bringUp(cluster: Cluster): Promise<boolean> {
  const deadline = performance.now() + patienceMs
  let started: ChildProcess | null = null
  while (true) {
    const pid = findPostmaster(cluster.folder)
    if (pid !== null && (await accepts(cluster))) return started?.pid !== pid
    if (pid === null && (!started || started.exitCode !== null || started.signalCode !== null)) {
      removeStaleLock(cluster.folder)
      started = spawnPostgres(cluster)
    }
    if (performance.now() > deadline)
      throw new Error(`The built-in Postgres does not start. ${lastLines(cluster)}`)
    await delay(started?.exitCode ? 500 : 25)
  }
}

/** A thirty-second of the machine's memory: what a shop on a large one gets, a small one can spare. */
const sharedBuffersMb = Math.round(Math.min(256, Math.max(64, totalmem() / 32 / 2 ** 20)))

/** In a process group of its own: Ctrl-C in the terminal must reach the app only, which then stops Postgres in order. */
function spawnPostgres({ binary, folder, account, port, logPath }: Cluster): ChildProcess {
  const log = openSync(logPath, 'w', 0o600)
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `shared_buffers=${sharedBuffersMb}MB`,
    'work_mem=16MB',
    'maintenance_work_mem=128MB',
    'max_connections=60',
    'jit=off',
    // The DETAIL of a refused row is the row: an order's is somebody's name and address.
    'log_error_verbosity=terse',
    // The disks of today: with the default of 4, a month's summary of ten million clicks reads all of them.
    'random_page_cost=1.1',
  ].flatMap(setting => ['-c', setting])
  const child = spawn(binary, ['-D', folder, '-p', String(port), ...settings], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.on('error', () => {})
  child.unref()
  closeSync(log)
  return child
}

async function accepts(cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, 'postgres'),
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    // 28P01: it runs, with another password than ours.
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new Error(
        `The Postgres in ${cluster.folder} does not accept the password in the data folder. Was only one of them replaced?`,
      )
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(cluster, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`)
  } catch (error) {
    // Another instance was first.
    if (!(error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505')))
      throw error
  } finally {
    await client.end()
  }
}

/** Looks again and again: an adopted Postgres is no child of ours, so nothing would tell us. */
async function supervise(cluster: Cluster, stop: AbortSignal, log: (message: string) => void): Promise<void> {
  const pause = (ms: number) => delay(ms, undefined, { signal: stop, ref: false }).catch(() => {})
  let wait = restartMs.first
  while (!stop.aborted) {
    await pause(lookEveryMs)
    if (stop.aborted || findPostmaster(cluster.folder) !== null) continue
    log('Postgres is gone; starting it again')
    try {
      await bringUp(cluster)
      log('Postgres is back')
      wait = restartMs.first
    } catch (error) {
      log(error instanceof Error ? error.message : String(error))
      await pause(wait)
      wait = Math.min(wait * 2, restartMs.most)
    }
  }
}

function lastLines({ logPath }: Cluster): string {
  const lines = readFileSync(logPath, 'utf8').trim().split('\n').slice(-3)
  return `${logPath} ends with: ${lines.join(' / ')}`
}

function urlOf({ password, port }: Cluster, database: string): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

function writePrivately(path: string, text: string): void {
  writeFileSync(`${path}.${process.pid}`, text, { mode: 0o600 })
  renameSync(`${path}.${process.pid}`, path)
}
