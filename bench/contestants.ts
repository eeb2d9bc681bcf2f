import { startApp, startNextAlone, waitUntilUp } from './app'
import { median, round } from './figures'
import { type LoadResult, load } from './load'
import { type Cores, freePort, type Running, startNode, usageOf } from './processes'
import { countClicks, makeDataDir, type Stage, until } from './stage'

export type Plan = { rounds: number; warmSeconds: number; fullSeconds: number; calmSeconds: number }

export type Contestant = {
  name: 'fastLane' | 'routeHandler' | 'bareNode' | 'bareNodeBatched'
  server: Running
  port: number
  stores: boolean
  rssAtRestMb: number
  runs: Run[]
}

type Run = {
  full: LoadResult
  calm: LoadResult
  rssMb: number
  cpuMicros: number
  drainMs: number
  stored: number
}

const connections = 64
const calmRate = 100

/** Starts all four, side by side; only one at a time is under load. */
export async function startContestants(stage: Stage, cores: Cores): Promise<Contestant[]> {
  const { databaseUrl } = stage
  const reference = (kind: string) => (port: number) =>
    startNode(
      ['--import', 'tsx', 'bench/reference-server.ts', kind, String(port)],
      { DATABASE_URL: databaseUrl },
      cores,
    )
  const entries = [
    [
      'fastLane',
      true,
      (port: number) => startApp({ port, dataDir: makeDataDir(stage, 'app'), databaseUrl, cores }),
    ],
    [
      'routeHandler',
      true,
      (port: number) => startNextAlone({ port, dataDir: makeDataDir(stage, 'next'), databaseUrl, cores }),
    ],
    ['bareNode', false, reference('bare')],
    ['bareNodeBatched', true, reference('batched')],
  ] as const
  const contestants: Contestant[] = []
  for (const [name, stores, start] of entries) {
    const port = await freePort()
    const server = start(port)
    if (name === 'fastLane' || name === 'routeHandler') await waitUntilUp(port, server)
    contestants.push({ name, server, port, stores, rssAtRestMb: 0, runs: [] })
  }
  return contestants
}

let shoppers = 0

/** One round: everything it answers at full load, then its latency at a calm, constant rate. */
export async function runRound(stage: Stage, contestant: Contestant, plan: Plan): Promise<void> {
  const { port, server, stores } = contestant
  const ask = (seconds: number, rate: number | null) => {
    const first = shoppers
    shoppers += 1_000_000
    return load({ port, connections, seconds, rate, productIds: stage.productIds, first })
  }
  await stage.pool.query('TRUNCATE click_events')
  let answered = 0
  if (contestant.runs.length === 0) {
    contestant.rssAtRestMb = usageOf(server.pid)?.rssMb ?? Number.NaN
    answered += (await ask(plan.warmSeconds, null)).answered
  }
  const memory = watchMemory(server.pid)
  const before = usageOf(server.pid)?.cpuSeconds ?? Number.NaN
  const full = await ask(plan.fullSeconds, null)
  const cpuMicros = (((usageOf(server.pid)?.cpuSeconds ?? Number.NaN) - before) * 1e6) / full.answered
  answered += full.answered
  const drainFrom = performance.now()
  if (stores) await waitForRows(stage, answered)
  const drainMs = performance.now() - drainFrom
  const calm = await ask(plan.calmSeconds, calmRate)
  answered += calm.answered
  if (stores) await waitForRows(stage, answered)
  const stored = stores ? (await countClicks(stage.pool)) - answered : 0
  contestant.runs.push({ full, calm, rssMb: memory.stop(), cpuMicros, drainMs, stored })
}

async function waitForRows(stage: Stage, answered: number): Promise<void> {
  await until(async () => (await countClicks(stage.pool)) >= answered, 120_000)
}

function watchMemory(pid: number): { stop: () => number } {
  let most = 0
  const look = () => {
    most = Math.max(most, usageOf(pid)?.rssMb ?? Number.NaN)
  }
  const timer = setInterval(look, 200)
  return {
    stop() {
      clearInterval(timer)
      return most
    },
  }
}

export type Figures = ReturnType<typeof summarise>

export function summarise({ runs, rssAtRestMb }: Contestant) {
  const of = (pick: (run: Run) => number) => median(runs.map(pick))
  const sum = (pick: (run: Run) => number) => runs.reduce((total, run) => total + pick(run), 0)
  return {
    perSecond: Math.round(of(run => run.full.perSecond)),
    p50Ms: round(
      of(run => run.calm.p50Ms),
      3,
    ),
    p99Ms: round(
      of(run => run.calm.p99Ms),
      3,
    ),
    slowestMs: round(Math.max(...runs.map(run => Math.max(run.full.slowestMs, run.calm.slowestMs))), 1),
    cpuMicrosPerRequest: round(
      of(run => run.cpuMicros),
      1,
    ),
    rssAtRestMb: Math.round(rssAtRestMb),
    rssUnderLoadMb: Math.round(Math.max(...runs.map(run => run.rssMb))),
    drainMs: Math.round(of(run => run.drainMs)),
    loadBusy: round(Math.max(...runs.map(run => run.full.busy)), 2),
    answered: sum(run => run.full.answered + run.calm.answered),
    errors: sum(run => run.full.errors + run.calm.errors),
    /** Rows stored less requests answered: 0, or something was lost or doubled. */
    storedLessAnswered: sum(run => run.stored),
  }
}
