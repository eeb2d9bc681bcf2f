import { finished, type Readable } from 'node:stream'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { Prisma } from '../generated/prisma/client'
import { inlineValues } from './inline-values'
import { type ClickQuestion, type ClickScope, findClickScope, findFirstClick, whereClicks } from './scope'
import { later } from './span'
import { findOffsets, formatOffset } from './zone'

export type ExportFormat = 'csv' | 'jsonl'

/** Each has a connection to the database for as long as somebody reads; there are a hundred for all instances. */
const MOST_AT_ONCE = 5
let underWay = 0

/**
 * The clicks that match the filters, newest first, as a file's bytes: CSV with a header (a cell that a spreadsheet would
 * take for a formula starts with an apostrophe) or one JSON object a line. Times are ISO 8601 with the store's offset.
 * Rows come as fast as they are read; destroying the stream ends the query. It errs where the database breaks off. Null:
 * too many exports are under way already.
 */
export async function exportClicks(
  question: ClickQuestion & { format: ExportFormat },
): Promise<Readable | null> {
  if (underWay >= MOST_AT_ONCE) return null
  underWay++
  try {
    const stream = await startExport(question)
    finished(stream, () => underWay--)
    return stream
  } catch (error) {
    underWay--
    throw error
  }
}

async function startExport({
  filters,
  timeZone,
  format,
}: ClickQuestion & { format: ExportFormat }): Promise<Readable> {
  const [scope, first] = await Promise.all([findClickScope({ filters, timeZone }), findFirstClick()])
  const rows = selectRows({
    scope,
    since: first ?? new Date(),
    timeZone,
    toCell: format === 'csv' ? guard : plain,
  })
  // A connection of its own: those of the pool give up after a minute, and are few.
  const client = new Client({
    connectionString: process.env.DATABASE_URL,
    application_name: 'chatcart-export',
    connectionTimeoutMillis: 10_000,
    // A database that vanished without a word is an error some seconds after a minute of silence.
    keepAlive: true,
    keepAliveInitialDelayMillis: 60_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  const query = copyTo(inlineValues(copies[format](rows)))
  // Its own way is to emit the error amid a read and to stay open: rows could follow the error, which a web stream
  // throws at the process, and who reads on only then would wait for ever.
  const stream = client.query(
    Object.assign(query, { handleError: (error: Error) => void query.destroy(error) }),
  )
  finished(stream, () => void client.end().catch(() => {}))
  return stream
}

const copies = {
  csv: (rows: Prisma.Sql) => Prisma.sql`COPY (${rows}) TO STDOUT (FORMAT csv, HEADER true)`,
  // As CSV with signs that JSON always escapes: Postgres's text format would double the backslashes.
  jsonl: (rows: Prisma.Sql) => Prisma.sql`COPY (SELECT row_to_json(rows) FROM (${rows}) AS rows)
    TO STDOUT (FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')`,
}

const plain = (text: Prisma.Sql) => text
/** See OWASP, "CSV injection"; the wide signs are those of East Asian keyboards. */
const guard = (text: Prisma.Sql) => Prisma.sql`regexp_replace(${text}, '^(?=[=+@＝＋－＠\\t\\r\\n-])', '''')`

type Rows = {
  scope: ClickScope | null
  since: Date
  timeZone: string
  toCell: (text: Prisma.Sql) => Prisma.Sql
}

/** Names are looked up one by one below LIMIT, which keeps the order of the index: nothing is sorted or held. */
function selectRows({ scope, since, timeZone, toCell }: Rows): Prisma.Sql {
  const span = {
    start: scope ? later(scope.start, since) : since,
    end: scope ? later(scope.end, since) : since,
  }
  const offsets = findOffsets({ ...span, timeZone })
  const cell = (column: Prisma.Sql, name: Prisma.Sql) => Prisma.sql`${toCell(column)} AS ${name}`
  return Prisma.sql`
    SELECT to_char((c.occurred_at AT TIME ZONE 'UTC') + interval '1 minute' * zone.minutes, 'YYYY-MM-DD"T"HH24:MI:SS.MS')
        || zone.text AS time,
      c.product_id, ${cell(Prisma.sql`p.name`, Prisma.sql`product`)},
      ${cell(Prisma.sql`p.variation`, Prisma.sql`variation`)}, ${cell(Prisma.sql`p.sku`, Prisma.sql`sku`)},
      c.item_count AS items, c.page_type AS page, c.device_type AS device, c.visitor_kind AS visitor,
      c.kind_reason AS visitor_reason, c.reason, ${cell(Prisma.sql`g.name`, Prisma.sql`category`)}, c.number,
      ${cell(Prisma.sql`n.label`, Prisma.sql`number_label`)}, ${cell(Prisma.sql`c.via`, Prisma.sql`via`)}, c.id
    FROM (
      SELECT * FROM click_events WHERE ${scope ? whereClicks(scope.conditions, scope) : Prisma.sql`false`}
      ORDER BY occurred_at DESC, id DESC
    ) AS c
    CROSS JOIN LATERAL (
      SELECT (${offsets.map(({ minutes }) => minutes)}::int[])[place] AS minutes,
        (${offsets.map(({ minutes }) => formatOffset(minutes))}::text[])[place] AS text
      FROM width_bucket(c.occurred_at, ${offsets.map(({ from }) => from)}::timestamptz[]) AS place
    ) AS zone
    LEFT JOIN LATERAL (SELECT name, variation, sku FROM products WHERE id = c.product_id LIMIT 1) AS p ON true
    LEFT JOIN LATERAL (SELECT name FROM categories WHERE id = c.category_id LIMIT 1) AS g ON true
    LEFT JOIN LATERAL (SELECT label FROM numbers WHERE id = c.number_id LIMIT 1) AS n ON true
    ORDER BY c.occurred_at DESC, c.id DESC`
}
