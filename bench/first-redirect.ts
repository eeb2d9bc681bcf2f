import { setTimeout as delay } from 'node:timers/promises'
import { type AppOptions, ask, startApp, waitUntilUp } from './app'
import { median } from './figures'
import { stopNode } from './processes'
import type { Stage } from './stage'

/** Milliseconds from starting the built server to its first redirect, with the database running and away. */
export async function measureFirstRedirect(
  stage: Stage,
  options: AppOptions,
  times: number,
): Promise<{ databaseUpMs: number; databaseAwayMs: number }> {
  // The routing table as the last run knew it.
  const before = startApp(options)
  await waitUntilUp(options.port, before)
  await stopNode(before)
  const databaseUpMs = median(await repeat(times, () => firstRedirect(options)))
  await stage.stopPostgres()
  const databaseAwayMs = median(await repeat(times, () => firstRedirect(options)))
  await stage.startPostgres()
  return { databaseUpMs, databaseAwayMs }
}

async function firstRedirect(options: AppOptions): Promise<number> {
  const started = performance.now()
  const server = startApp(options)
  const deadline = started + 20_000
  let status = 0
  while (status !== 302) {
    if (performance.now() > deadline) throw new Error(`No redirect in 20 s:\n${server.output()}`)
    status = (await ask(options.port, '/go/chat'))?.status ?? 0
    if (status !== 302) await delay(2)
  }
  const elapsed = performance.now() - started
  server.process.kill('SIGKILL')
  await server.exited
  return elapsed
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let i = 0; i < times; i++) results.push(await work())
  return results
}
