import { parseArgs } from 'node:util'
import { faults } from './fault-list'
import { formatTable } from './figures'
import { type Outcome, Scene } from './scene'
import { build, type Stage, setStage } from './stage'

/**
 * `npm run faults`: breaks things on purpose while shoppers tap, and counts. `--json` prints one JSON object,
 * `--only NAME` plays one fault, `--quick` is less patient.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    only: { type: 'string', multiple: true },
  },
})
const perSecond = 250
const say = (line: string) => console.error(line)
const names = Object.keys(faults).filter(name => values.only?.includes(name) ?? true)
if (names.length === 0)
  throw new Error(`There is no such fault. There are: ${Object.keys(faults).join(', ')}`)

await build(say)
const stage = await setStage(say)
try {
  const outcomes: Record<string, Outcome> = {}
  for (const name of names) outcomes[name] = await play(stage, name)
  const totals = sumUp(outcomes)
  console.log(values.json ? JSON.stringify({ ...totals, faults: outcomes }) : toText(outcomes, totals))
  if (!isGood(outcomes)) process.exitCode = 1
} finally {
  await stage.leave()
}

async function play(stage: Stage, name: string): Promise<Outcome> {
  say(faults[name]?.title ?? name)
  await stage.pool.query('TRUNCATE click_events, unrecorded_clicks, orders CASCADE')
  const seconds = (full: number) => (values.quick ? Math.ceil(full / 4) : full)
  const scene = new Scene(stage, perSecond, seconds, faults[name]?.bothRefuse ?? false)
  try {
    await faults[name]?.play(scene)
    const outcome = await scene.count()
    if (outcome.lost + outcome.doubled + outcome.shopperErrors > 0)
      say(`${JSON.stringify(outcome)}\n${scene.output()}`)
    return outcome
  } catch (error) {
    await scene.abandon()
    throw new Error(`${name}: ${scene.output()}`, { cause: error })
  }
}

function sumUp(outcomes: Record<string, Outcome>) {
  const sum = (pick: (outcome: Outcome) => number) =>
    Object.values(outcomes).reduce((total, outcome) => total + pick(outcome), 0)
  return {
    answered: sum(outcome => outcome.answered),
    stored: sum(outcome => outcome.stored),
    lost: sum(outcome => outcome.lost),
    doubled: sum(outcome => outcome.doubled),
    unrecorded: sum(outcome => outcome.unrecorded),
    shopperErrors: sum(outcome => outcome.shopperErrors),
    slowestMs: Math.max(...Object.values(outcomes).map(outcome => outcome.slowestMs)),
  }
}

function isGood(outcomes: Record<string, Outcome>): boolean {
  return Object.entries(outcomes).every(
    ([name, { lost, doubled, unrecorded, shopperErrors }]) =>
      lost + doubled + shopperErrors === 0 && (unrecorded === 0 || faults[name]?.bothRefuse),
  )
}

function toText(outcomes: Record<string, Outcome>, totals: ReturnType<typeof sumUp>): string {
  const columns = [
    'answered',
    'stored',
    'lost',
    'doubled',
    'unrecorded',
    'shopperErrors',
    'slowestMs',
  ] as const
  const row = (title: string, of: typeof totals) => [title, ...columns.map(column => String(of[column]))]
  const rows = Object.entries(outcomes).map(([name, outcome]) => row(faults[name]?.title ?? name, outcome))
  const head = ['', 'answered', 'stored', 'lost', 'doubled', 'unrecorded', 'shopper errors', 'slowest ms']
  const mishaps = Object.entries(outcomes).flatMap(([name, outcome]) =>
    outcome.mishaps.map(what => `${name}: ${what}`),
  )
  return [formatTable([head, ...rows, row('Total', totals)]), ...mishaps].join('\n')
}
