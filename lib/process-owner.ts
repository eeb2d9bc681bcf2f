import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** Names this process so that a later one can tell whether it is still running: host, pid and start time. */
export function processOwner(): string {
  return `${hostname().replace(/[^\w-]/g, '-')}~${process.pid}~${startTime(process.pid) ?? 0}`
}

/**
 * Whether the process that a `processOwner()` name stands for still runs: true, false, or null when it is of another
 * host and only its files' age can tell. A pid reused by another program, or by the same one after a container
 * restart, has another start time.
 */
export function isOwnerAlive(owner: string): boolean | null {
  const [host, pidText, started] = owner.split('~')
  if (host !== hostname().replace(/[^\w-]/g, '-')) return null
  const pid = Number(pidText)
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, as another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const now = startTime(pid)
  return now === null || String(now) === started
}

/**
 * Clock ticks from boot to the process's start (field 22 of /proc/pid/stat); null where there is no /proc, 0 for one
 * that has ended and only waits for its parent to notice (state Z).
 */
function startTime(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 0 : Number(fields[19] ?? 0)
  } catch {
    return null
  }
}
