import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { closeDb } from '../lib/db'
import { chanceFunction, loadCatalogue, loadClicks } from './analytics-load'
import { type Measured, measureExport, measureInserts, measureQuestion, savePlans } from './analytics-measure'
import { questions } from './analytics-questions'
import { toText } from './analytics-report'
import { setStage } from './stage'

/**
 * `npm run bench:analytics`: the questions of the analytics screens on 1 and on 10 million clicks, with how much slower
 * ten times as many make them, the query plans saved. `--json` prints one JSON object and nothing else on stdout;
 * `--sizes 100000,1000000` takes other sizes.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    sizes: { type: 'string', default: '1000000,10000000' },
    only: { type: 'string' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const say = (line: string) => console.error(line)
const plans = join(tmpdir(), 'chatcart-plans')

const stage = await setStage(say)
const client = new Client({ connectionString: stage.databaseUrl })
try {
  await client.connect()
  await client.query(chanceFunction)
  await loadCatalogue(client)
  const measured: Measured[] = []
  for (const rows of sizes) measured.push(await measure(rows))
  console.log(values.json ? JSON.stringify(toJson(measured)) : toText(measured, questions, plans))
} finally {
  await client.end()
  await closeDb()
  await stage.leave()
}

async function measure(rows: number): Promise<Measured> {
  say(`Loading ${rows.toLocaleString('en')} clicks`)
  const started = performance.now()
  await loadClicks(client, rows, say)
  say(`  in ${Math.round((performance.now() - started) / 1000)} s`)
  const folder = join(plans, String(rows))
  mkdirSync(folder, { recursive: true })
  const figures: Measured['figures'] = []
  for (const question of questions.filter(({ name }) => name.includes(values.only ?? ''))) {
    const figure = await measureQuestion(question)
    await savePlans(question, folder)
    say(`  ${question.name}: p50 ${figure.p50} ms, p99 ${figure.p99} ms`)
    figures.push({ name: question.name, ...figure })
  }
  const [exported, inserted] = values.only
    ? [null, null]
    : [await measureExport(rows, say), await measureInserts(client, say)]
  return { rows, figures, exported, inserted }
}

/** An entry for every question and size; `rows` is the largest size. */
function toJson(all: Measured[]) {
  const last = all.at(-1)
  return {
    rows: last?.rows,
    questions: all.flatMap(({ rows, figures }) =>
      figures.map(({ name, p50, p99 }) => ({ name, rows, p50, p99 })),
    ),
    exportRowsPerSecond: last?.exported?.rowsPerSecond,
    insertRowsPerSecond: last?.inserted?.rowsPerSecond,
  }
}
