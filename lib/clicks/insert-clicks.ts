import { db, pool } from '../db'
import { isRefusal } from '../sql-state'
import type { Click } from './click'

/** Clicks that could not be recorded: how many and when (Unix milliseconds). */
export type Gap = { id: string; count: number; firstAt: number; lastAt: number }

/** The database refuses these rows themselves (SQLSTATE class 22 or 23), however often they are sent. */
export class ClicksRefused extends Error {
  override name = 'ClicksRefused'
}

/**
 * Stores clicks in one statement (measured: six times `createMany`). Idempotent by id: a click sent twice is one row.
 * @throws {ClicksRefused} when a row is at fault; anything else means the database could not be reached.
 */
export async function insertClicks(clicks: readonly Click[]): Promise<void> {
  try {
    await insert(clicks)
  } catch (error) {
    if (isRefusal(error)) throw new ClicksRefused('the database refused a click', { cause: error })
    throw error
  }
}

/**
 * With the driver beneath Prisma: under a campaign's load `$executeRaw` spent a quarter of the server's time on copying
 * these arrays (profiled), for the same statement.
 */
async function insert(clicks: readonly Click[]): Promise<void> {
  await pool().query(
    statement,
    columns.map(column => clicks.map(click => click[column])),
  )
}

const columns = [
  'id',
  'occurredAt',
  'productId',
  'pageType',
  'deviceType',
  'visitorKind',
  'kindReason',
  'reason',
  'ruleId',
  'categoryId',
  'numberId',
  'number',
  'via',
  'itemCount',
] as const satisfies (keyof Click)[]

const statement = `
  INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, kind_reason, reason,
    rule_id, category_id, number_id, number, via, item_count)
  SELECT id, to_timestamp(ms / 1000.0), product_id, page_type::page_type, device_type::device_type,
    visitor_kind::visitor_kind, kind_reason::kind_reason, reason::route_reason,
    rule_id, category_id, number_id, number, via, item_count
  FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::int[], $10::int[], $11::int[], $12::text[], $13::text[], $14::int[])
    AS click (id, ms, product_id, page_type, device_type, visitor_kind, kind_reason, reason,
      rule_id, category_id, number_id, number, via, item_count)
  ON CONFLICT (id) DO NOTHING`

/** Stores a gap, once per id. */
export async function insertUnrecorded({ id, count, firstAt, lastAt }: Gap): Promise<void> {
  await db().unrecordedClicks.createMany({
    data: [{ id, count, firstAt: new Date(firstAt), lastAt: new Date(lastAt) }],
    skipDuplicates: true,
  })
}
