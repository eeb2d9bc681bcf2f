import { db, pool } from '../db'
import { isRefusal } from '../sql-state'

/** Clicks that could not be recorded: how many and when (Unix milliseconds). */
export type Gap = { id: string; count: number; firstAt: number; lastAt: number }

/** The database refuses these rows themselves (SQLSTATE class 22 or 23), however often they are sent. */
export class ClicksRefused extends Error {
  override name = 'ClicksRefused'
}

/**
 * Stores clicks, given as lines of the spool (see `encodeClick`), in one statement. Idempotent by id: a click sent twice
 * is one row. With the driver beneath Prisma, and as bytes that Postgres takes apart: under a campaign's load `$executeRaw`
 * spent a quarter of the server's time on copying arrays (profiled), and these never become strings.
 * @throws {ClicksRefused} when a line is at fault; anything else means the database could not be reached.
 */
export async function insertClicks(lines: Buffer): Promise<void> {
  try {
    await pool().query(statement, [lines])
  } catch (error) {
    if (isRefusal(error)) throw new ClicksRefused('the database refused a click', { cause: error })
    throw error
  }
}

const statement = `
  INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, kind_reason, reason,
    rule_id, category_id, number_id, number, via, item_count)
  SELECT (line->>0)::uuid, to_timestamp((line->>1)::bigint / 1000.0), (line->>2)::bigint, (line->>3)::page_type,
    (line->>4)::device_type, (line->>5)::visitor_kind, (line->>6)::kind_reason, (line->>7)::route_reason,
    (line->>8)::int, (line->>9)::int, (line->>10)::int, line->>11, line->>12, (line->>13)::int
  FROM string_to_table(convert_from($1::bytea, 'UTF8'), E'\\n') AS text,
    LATERAL (SELECT text::jsonb AS line OFFSET 0) AS parsed
  WHERE text <> ''
  ON CONFLICT (id) DO NOTHING`

/** Stores a gap, once per id. */
export async function insertUnrecorded({ id, count, firstAt, lastAt }: Gap): Promise<void> {
  await db().unrecordedClicks.createMany({
    data: [{ id, count, firstAt: new Date(firstAt), lastAt: new Date(lastAt) }],
    skipDuplicates: true,
  })
}
