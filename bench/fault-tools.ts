import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Stage } from './stage'

/** A way to Postgres that takes its time, until it is told to hurry: every message from the app arrives `delayMs` later. */
export async function startSlowWay(databaseUrl: string, delayMs: number) {
  const { hostname, port } = new URL(databaseUrl)
  const open = new Set<Socket>()
  let late = delayMs
  const server = createServer(app => {
    const database = connect({ host: hostname, port: Number(port) })
    for (const socket of [app, database]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        app.destroy()
        database.destroy()
      })
    }
    let due = 0
    app.on('data', chunk => {
      // Never before what came earlier.
      due = Math.max(due, performance.now() + late)
      setTimeout(() => database.writable && database.write(chunk), due - performance.now())
    })
    database.pipe(app)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const url = new URL(databaseUrl)
  url.port = String(address && typeof address === 'object' ? address.port : 0)
  return {
    url: url.href,
    hurry() {
      late = 0
    },
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

/** The postmaster and all its children. */
export function postgresPids({ postgresFolder }: Stage): number[] {
  const postmaster = Number(readFileSync(join(postgresFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
  if (!(postmaster > 0)) throw new Error('Postgres does not run')
  const children = spawnSync('pgrep', ['-P', String(postmaster)], { encoding: 'utf8' }).stdout
  return [postmaster, ...children.split('\n').filter(Boolean).map(Number)]
}

export type Disk = { folder: string; how: string; fill: () => void; free: () => void; remove: () => void }

/**
 * A small disk for a data folder that can be filled to the last byte: a tmpfs where we may mount one (root). Elsewhere
 * null, and the process is forbidden to write any file (RLIMIT_FSIZE 0) instead.
 */
export function mountSmallDisk(folder: string): Disk | null {
  mkdirSync(folder, { recursive: true })
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k,mode=0700', 'tmpfs', folder])
  if (mounted.status !== 0) return null
  const ballast = join(folder, 'ballast')
  return {
    folder,
    how: 'tmpfs of 600 kB',
    fill() {
      for (let kb = 600; kb >= 1; kb = Math.floor(kb / 2)) {
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(kb * 1024), { flag: 'a' })
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
        }
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => execFileSync('umount', ['-l', folder]),
  }
}

export function limitFiles(pid: number, bytes: '0' | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
}
