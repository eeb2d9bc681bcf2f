import { report } from './log'
import type { Runtime } from './start/runtime'

const slot = Symbol.for('chatcart.runtime')
const shared = globalThis as typeof globalThis & { [slot]?: Runtime }

/** The process's runtime, if it was started. server.ts and Next's bundle load two copies of this file (measured). */
export function findRuntime(): Runtime | undefined {
  return shared[slot]
}

/** The process's runtime. @throws before it was started by server.ts or instrumentation.ts. */
export function getRuntime(): Runtime {
  const runtime = shared[slot]
  if (!runtime) throw new Error('The runtime is not started')
  return runtime
}

export function setRuntime(runtime: Runtime): void {
  shared[slot] = runtime
}

/** Makes what was just committed count in this process, before an action answers; other processes are notified. */
export async function refreshRoutingTable(): Promise<void> {
  await findRuntime()
    ?.refreshRoutingTable()
    .catch(error => report('The routing table could not be refreshed yet', error))
}

/** Unrecorded clicks of this process that the database does not know of yet. */
export function unrecordedHere(): number {
  return findRuntime()?.unrecordedHere ?? 0
}

/** Makes this process look at once whether clicks are to be archived, after the setting was changed. */
export function wakeRetention(): void {
  findRuntime()?.wakeRetention()
}
