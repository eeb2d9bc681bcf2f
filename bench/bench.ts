import { parseArgs } from 'node:util'
import { startApp, waitUntilUp } from './app'
import { type Report, titles, toText } from './bench-report'
import {
  type Contestant,
  type Figures,
  type Plan,
  runRound,
  startContestants,
  summarise,
} from './contestants'
import { measureDecision } from './decision'
import { round } from './figures'
import { measureFirstRedirect } from './first-redirect'
import { load } from './load'
import { freePort, separateCores, stopNode, usageOf } from './processes'
import { build, makeDataDir, type Stage, setStage } from './stage'

/**
 * `npm run bench`: how fast the redirects are, next to what Node can do at most. `--json` prints one JSON object,
 * `--quick` takes a minute instead of five, `--long` adds ten minutes of a campaign's load and watches the memory.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, long: { type: 'boolean' } },
})
const plan: Plan = values.quick
  ? { rounds: 3, warmSeconds: 3, fullSeconds: 3, calmSeconds: 5 }
  : { rounds: 5, warmSeconds: 5, fullSeconds: 6, calmSeconds: 10 }
const say = (line: string) => console.error(line)

await build(say)
const cores = separateCores()
const stage = await setStage(say)
try {
  const report = { cores: cores !== null, node: process.version, ...(await measure(stage)) }
  console.log(values.json ? JSON.stringify(report) : toText(report))
} finally {
  await stage.leave()
}

async function measure(stage: Stage): Promise<Omit<Report, 'cores' | 'node'>> {
  const contestants = await startContestants(stage, cores)
  let figures: Record<Contestant['name'], Figures>
  try {
    for (let i = 1; i <= plan.rounds; i++) {
      for (const contestant of contestants) {
        say(`Round ${i} of ${plan.rounds}: ${titles[contestant.name]}`)
        await runRound(stage, contestant, plan)
      }
    }
    const figuresOf = (name: Contestant['name']) => {
      const contestant = contestants.find(each => each.name === name)
      if (!contestant) throw new Error(`${name} did not run`)
      return summarise(contestant)
    }
    figures = {
      fastLane: figuresOf('fastLane'),
      routeHandler: figuresOf('routeHandler'),
      bareNode: figuresOf('bareNode'),
      bareNodeBatched: figuresOf('bareNodeBatched'),
    }
  } finally {
    await Promise.all(contestants.map(({ server }) => stopNode(server)))
  }
  say('Time to the first redirect')
  const options = {
    port: await freePort(),
    dataDir: makeDataDir(stage, 'first'),
    databaseUrl: stage.databaseUrl,
    cores,
  }
  const firstRedirect = await measureFirstRedirect(stage, options, values.quick ? 3 : 5)
  const memory = values.long ? await watchLong(stage) : undefined
  say('Time of a decision')
  const decisionMicros = measureDecision()
  return { ratios: ratiosOf(figures), figures, firstRedirect, decisionMicros, memory }
}

function ratiosOf({
  fastLane,
  routeHandler,
  bareNode,
  bareNodeBatched,
}: Record<Contestant['name'], Figures>) {
  return {
    fastLaneToBareNodeBatched: round(fastLane.perSecond / bareNodeBatched.perSecond, 2),
    fastLaneToRouteHandler: round(fastLane.perSecond / routeHandler.perSecond, 1),
    p99ToBareNode: round(fastLane.p99Ms / bareNode.p99Ms, 2),
  }
}

/** 200,000 followers in a minute, for ten minutes: the memory at the end of each. */
async function watchLong(stage: Stage): Promise<{ perSecond: number; rssMbByMinute: number[] }> {
  const port = await freePort()
  const dataDir = makeDataDir(stage, 'long')
  const server = startApp({ port, dataDir, databaseUrl: stage.databaseUrl, cores })
  await waitUntilUp(port, server)
  const rate = 3_333
  const rssMbByMinute: number[] = []
  for (let minute = 1; minute <= 10; minute++) {
    const first = minute * 10_000_000
    await load({ port, connections: 64, seconds: 60, rate, productIds: stage.productIds, first })
    rssMbByMinute.push(Math.round(usageOf(server.pid)?.rssMb ?? Number.NaN))
    say(`Minute ${minute}: ${rssMbByMinute.at(-1)} MB`)
  }
  await stopNode(server)
  return { perSecond: rate, rssMbByMinute }
}
