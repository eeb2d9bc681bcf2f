import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { isOwnerAlive, processOwner } from '../process-owner'
import { canEnter, type SystemAccount } from './system-account'

/** Where root keeps data folders and binaries that its own closed folders would hide from Postgres's account. */
export const sharedFolder = '/var/lib/chatcart'

/**
 * The folder of the database files: `<dataDir>/postgres`, or, where the account can't get in there, a folder under
 * /var/lib that `<dataDir>/postgres` links to.
 */
export function placeCluster(dataDir: string, account: SystemAccount): string {
  const wanted = join(dataDir, 'postgres')
  mkdirSync(dataDir, { recursive: true })
  const there = lstatSync(wanted, { throwIfNoEntry: false })
  if (there?.isSymbolicLink() && !existsSync(wanted)) {
    throw new Error(
      `${wanted} leads to ${readlinkSync(wanted)}, which is gone. Bring it back, or delete ${dataDir} to start with an empty database.`,
    )
  }
  if (there) return realpathSync(wanted)
  if (canEnter(account, dataDir)) return join(realpathSync(dataDir), 'postgres')
  const key = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)
  const elsewhere = join(sharedFolder, key)
  // Left over from a data folder that was deleted on purpose; its password went with it.
  if (existsSync(elsewhere)) rmSync(elsewhere, { recursive: true })
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  for (const folder of [sharedFolder, elsewhere]) chmodSync(folder, 0o755)
  symlinkSync(join(elsewhere, 'postgres'), wanted)
  return join(elsewhere, 'postgres')
}

/** Creates the database files once. A half-made folder is never taken for a whole one. */
export async function initCluster(input: {
  initdb: string
  folder: string
  password: string
  account: SystemAccount
}): Promise<void> {
  const { folder, account } = input
  if (existsSync(join(folder, 'PG_VERSION'))) return
  removeAbandonedDrafts(folder)
  const draft = `${folder}.new-${processOwner()}`
  const passwordFile = `${draft}.password`
  try {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    writeFileSync(passwordFile, input.password, { mode: 0o600 })
    if (account.uid !== undefined && account.gid !== undefined) {
      for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
    }
    // Part of Postgres itself: the same order everywhere, whatever locales the machine has.
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    await promisify(execFile)(
      input.initdb,
      [
        '-D',
        draft,
        '-U',
        'postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...locale,
      ],
      { ...account, cwd: '/' },
    )
    moveIfFirst(draft, folder)
  } catch (cause) {
    throw new Error(`The database files could not be created in ${folder}.`, { cause })
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

/** Of processes that were killed while they made theirs. */
function removeAbandonedDrafts(folder: string): void {
  const prefix = `${basename(folder)}.new-`
  for (const name of readdirSync(dirname(folder))) {
    const owner = name.slice(prefix.length).replace(/\.password$/, '')
    if (name.startsWith(prefix) && isOwnerAlive(owner) !== true) {
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
    }
  }
}

function moveIfFirst(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (error) {
    const taken =
      error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')
    if (!taken) throw error
  }
}

/** The process id in postmaster.pid, if that process runs and is the Postgres of this folder; else null. */
export function findPostmaster(folder: string): number | null {
  let pid: number
  try {
    pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Error(
      `${folder} can't be read: it belongs to another user. Start as the one who started first.`,
      {
        cause: error,
      },
    )
  }
  return Number.isInteger(pid) && pid > 0 && commandOf(pid).includes(folder) ? pid : null
}

/** Removes the lock of a Postgres that is gone: after a restart of the machine its pid may be another program's. */
export function removeStaleLock(folder: string): void {
  if (findPostmaster(folder) === null) rmSync(join(folder, 'postmaster.pid'), { force: true })
}

/** The command line of a running process; empty when there is none. A zombie has none either. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Stops Postgres the fast way (open transactions are rolled back) and waits until it is gone. */
export async function stopPostmaster(folder: string): Promise<void> {
  const pid = findPostmaster(folder)
  if (pid === null) return
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (findPostmaster(folder) === pid) process.kill(pid, signal)
    for (let waited = 0; waited < patienceMs; waited += 20) {
      if (!commandOf(pid).includes(folder)) return
      await delay(20)
    }
  }
  throw new Error(`Postgres (process ${pid}) of ${dirname(folder)}/${basename(folder)} does not stop.`)
}
