import { monthsSince } from '../clicks/months'
import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { type Actor, changing } from '../history/changing'
import { type WeeklyHours, weeklyHours } from './hours'
import type { NumberInput } from './rule-input'

const numberFields = {
  id: true,
  digits: true,
  label: true,
  isDemo: true,
  pausedAt: true,
  timeZone: true,
  hours: true,
  lastTestedAt: true,
  updatedAt: true,
  lastTestedBy: { select: { email: true } },
  backupNumber: { select: { id: true, digits: true, label: true, archivedAt: true } },
  _count: {
    select: {
      rules: { where: { archivedAt: null } },
      backupFor: { where: { archivedAt: null } },
      settings: true,
    },
  },
} satisfies Prisma.NumberSelect

type StoredNumber = Prisma.NumberGetPayload<{ select: typeof numberFields }>

function present({ _count, hours, lastTestedBy, backupNumber, ...number }: StoredNumber) {
  return {
    ...number,
    hours: readHours(hours),
    lastTestedBy: lastTestedBy?.email ?? null,
    backup: backupNumber?.archivedAt === null ? backupNumber : null,
    ruleCount: _count.rules,
    /** How many numbers it stands in for. */
    backupForCount: _count.backupFor,
    isDefault: _count.settings > 0,
  }
}

/** As routing reads them: hours that plain SQL made unreadable mean always open. */
function readHours(stored: Prisma.JsonValue): WeeklyHours | null {
  return weeklyHours.nullable().catch(null).parse(stored)
}

/** Every number that is not archived, with what uses it; by label, then digits. */
export async function listNumbers() {
  const numbers = await db().number.findMany({
    where: { archivedAt: null },
    select: numberFields,
    orderBy: [{ label: 'asc' }, { digits: 'asc' }],
  })
  return numbers.map(present)
}

export type ListedNumber = Awaited<ReturnType<typeof listNumbers>>[number]

/** A number that is not archived. */
export async function findNumber(id: number): Promise<ListedNumber | null> {
  const number = await db().number.findFirst({ where: { id, archivedAt: null }, select: numberFields })
  return number && present(number)
}

/** Counted clicks that went to each number since then, by number id; a number without any is absent. */
export async function countClicksByNumber(since: Date): Promise<Map<number, number>> {
  const rows = await db().$queryRaw<{ numberId: number; clicks: number }[]>`
    SELECT number_id AS "numberId", sum(count)::int AS clicks
    FROM ${monthsSince('click_route_months', since, {
      columns: Prisma.sql`number_id`,
      conditions: [Prisma.sql`number_id IS NOT NULL`],
    })} AS months GROUP BY 1 HAVING sum(count) > 0`
  return new Map(rows.map(row => [row.numberId, row.clicks]))
}

/**
 * The id of the number with these digits: as it is, brought back from the archive, or new.
 * A label that is not empty becomes the number's label; two callers at once get the same row.
 */
export async function findOrCreateNumber(
  transaction: Prisma.TransactionClient,
  { number: digits, label }: NumberInput,
): Promise<number> {
  await transaction.$executeRaw`
    UPDATE numbers SET archived_at = NULL, updated_at = now()
    WHERE id = (SELECT id FROM numbers WHERE digits = ${digits} ORDER BY archived_at DESC NULLS FIRST LIMIT 1)
      AND archived_at IS NOT NULL`
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    INSERT INTO numbers (digits, label, updated_at) VALUES (${digits}, ${label}, now())
    ON CONFLICT (digits) WHERE archived_at IS NULL
    DO UPDATE SET label = COALESCE(NULLIF(excluded.label, ''), numbers.label), updated_at = now()
    RETURNING id`
  const [row] = rows
  if (!row) throw new Error('The number was neither found nor created')
  return row.id
}

/** Sends every order without a matching rule to this number from now on. */
export async function setDefaultNumber(input: NumberInput, actor: Actor): Promise<void> {
  await changing(actor, async transaction => {
    const defaultNumberId = await findOrCreateNumber(transaction, input)
    await transaction.settings.update({ where: { id: 1 }, data: { defaultNumberId } })
  })
}
