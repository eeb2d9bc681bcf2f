import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { Click } from '../lib/clicks/click'
import { encodeClick } from '../lib/clicks/click-line'
import { exportClicks } from '../lib/clicks/export-clicks'
import { parseClickFilters } from '../lib/clicks/filters'
import { insertClicks } from '../lib/clicks/insert-clicks'
import { batchBytes } from '../lib/clicks/spool'
import { pool } from '../lib/db'
import { uuidv7 } from '../lib/uuid'
import { catalogue, productOfRank, span } from './analytics-load'
import type { Question } from './analytics-questions'
import { round } from './figures'

export type Measured = {
  rows: number
  /** Milliseconds. */
  figures: { name: string; first: number; p50: number; p99: number }[]
  exported: { rows: number; rowsPerSecond: number; memoryMb: number } | null
  inserted: { rows: number; rowsPerSecond: number } | null
}

/** Asks until there are 200 answers or 5 seconds are over, at least 20 times; the first, cold one counts too. */
export async function measureQuestion({
  run,
}: Question): Promise<{ first: number; p50: number; p99: number }> {
  const times: number[] = []
  const started = performance.now()
  for (let turn = 0; turn < 200 && (turn < 20 || performance.now() - started < 5_000); turn++) {
    const asked = performance.now()
    await run(turn)
    times.push(performance.now() - asked)
  }
  const [first = 0] = times
  times.sort((a, b) => a - b)
  const at = (share: number) => round(times[Math.ceil(times.length * share) - 1] ?? Number.NaN, 2)
  return { first: round(first, 2), p50: at(0.5), p99: at(0.99) }
}

type Statement = { text: string; values: unknown[] }

/** Writes the plan of every statement that the question asks the database, as it ran. */
export async function savePlans({ name, run }: Question, folder: string): Promise<void> {
  const statements: Statement[] = []
  const shared = pool()
  const { query } = shared
  shared.query = new Proxy(query, {
    apply(target, self, [config, ...rest]) {
      statements.push({ text: config.text ?? config, values: config.values ?? rest[0] ?? [] })
      return Reflect.apply(target, self, [config, ...rest])
    },
  })
  // Another turn than the measured ones, so that nothing is remembered.
  await run(301).finally(() => {
    shared.query = query
  })
  const plans: string[] = []
  for (const { text, values } of statements) {
    const { rows } = await shared.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, BUFFERS) ${text}`,
      values,
    )
    plans.push([text.trim(), '', ...rows.map(row => row['QUERY PLAN'])].join('\n'))
  }
  writeFileSync(join(folder, `${name.replace(/[^a-z0-9]+/gi, '-')}.txt`), plans.join('\n\n\n'))
}

/** About a million clicks as CSV, thrown away as fast as they come. */
export async function measureExport(all: number, say: (line: string) => void): Promise<Measured['exported']> {
  const days = Math.min(365, Math.round((365 * 1_000_000) / all))
  const from = new Date(span.end.getTime() - days * 86_400_000).toISOString().slice(0, 10)
  const params = { from, to: span.end.toISOString().slice(0, 10), visitors: 'everyone' }
  const { filters } = parseClickFilters({ params, now: span.end, timeZone: 'UTC' })
  global.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  let rows = -1
  const started = performance.now()
  for await (const chunk of (await exportClicks({ filters, timeZone: 'UTC', format: 'csv' })) ?? []) {
    for (const byte of chunk) if (byte === 10) rows++
    most = Math.max(most, process.memoryUsage.rss())
  }
  const seconds = (performance.now() - started) / 1000
  const figures = {
    rows,
    rowsPerSecond: Math.round(rows / seconds),
    memoryMb: Math.round((most - before) / 1e6),
  }
  say(`  export: ${figures.rows} rows, ${figures.rowsPerSecond} rows/s, ${figures.memoryMb} MB more memory`)
  return figures
}

const INSERTED = 200_000

/** New clicks of now in batches as the spool gives them, with all indexes and totals; taken away again. */
export async function measureInserts(
  client: Client,
  say: (line: string) => void,
): Promise<Measured['inserted']> {
  const start = span.end.getTime() + 60_000
  // As many a second as are stored.
  const clickAt = (n: number) => encodeClick(randomClick(start + Math.floor(n / 30)))
  const batches: Buffer[] = []
  for (let n = 0; n < INSERTED; ) {
    let lines = ''
    for (let line = clickAt(n); n < INSERTED && lines.length + line.length <= batchBytes; line = clickAt(++n))
      lines += line
    batches.push(Buffer.from(lines))
  }
  const started = performance.now()
  for (const batch of batches) await insertClicks(batch)
  const seconds = (performance.now() - started) / 1000
  await client.query('DELETE FROM click_events WHERE occurred_at >= $1', [new Date(start)])
  const figures = { rows: INSERTED, rowsPerSecond: Math.round(INSERTED / seconds) }
  say(`  inserts: ${figures.rowsPerSecond} rows/s in batches of ${Math.round(INSERTED / batches.length)}`)
  return figures
}

function randomClick(occurredAt: number): Click {
  const rank = Math.floor(catalogue.products ** Math.random()) - 1
  const isBot = Math.random() < 0.2
  return {
    id: uuidv7(occurredAt),
    occurredAt,
    productId: productOfRank(rank),
    pageType: Math.random() < 0.7 ? 'product' : 'cart',
    deviceType: Math.random() < 0.78 ? 'mobile' : 'desktop',
    visitorKind: isBot ? 'bot' : 'human',
    kindReason: isBot ? 'isbot' : null,
    reason: rank % 3 ? 'rule' : 'no_rule',
    ruleId: rank % 3 ? 1_001 + (rank % 300) : null,
    categoryId: rank % 3 ? 1_001 + (rank % 300) : null,
    numberId: 1_001 + (rank % catalogue.numbers),
    number: '5511900000001',
    via: null,
    itemCount: 1,
  }
}
