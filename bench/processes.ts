import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** Cores as `taskset` names them: the server alone on the first, everything else on the others; null: not to be had. */
export type Cores = { server: string; others: string } | null

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Moves this process, and so what it starts (load, Postgres), off the core that the servers get. */
export function separateCores(): Cores {
  const last = availableParallelism() - 1
  if (last < 1) return null
  const cores = { server: '0', others: last === 1 ? '1' : `1-${last}` }
  const moved = spawnSync('taskset', ['-a', '-p', '-c', cores.others, String(process.pid)])
  return moved.status === 0 ? cores : null
}

export type Running = {
  process: ChildProcess
  pid: number
  /** What it printed so far. */
  output: () => string
  exited: Promise<void>
}

/** Starts a Node program, on the server's core where there is one. */
export function startNode(args: string[], env: Record<string, string>, cores: Cores): Running {
  return startProgram([process.execPath, ...args], env, cores)
}

export function startProgram(program: string[], env: Record<string, string>, cores: Cores): Running {
  const [command = '', ...rest] = cores ? ['taskset', '-c', cores.server, ...program] : program
  const child = spawn(command, rest, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-20_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return {
    process: child,
    pid: child.pid ?? 0,
    output: () => output,
    exited: once(child, 'exit').then(() => undefined),
  }
}

/** Asks a program to stop and waits until it has; one that does not is killed. */
export async function stopNode({ process: child, exited }: Running): Promise<void> {
  child.kill('SIGTERM')
  const impatient = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await exited
  clearTimeout(impatient)
}

/** Resident memory in MB, and processor seconds used; from Linux's /proc, null elsewhere. */
export function usageOf(pid: number): { rssMb: number; cpuSeconds: number } | null {
  try {
    const rssKb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return { rssMb: rssKb / 1024, cpuSeconds: (Number(user) + Number(system)) / ticksPerSecond }
  } catch {
    return null
  }
}

// USER_HZ, 100 on every Linux that Node runs on.
const ticksPerSecond = 100

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('No free port')
  return address.port
}
