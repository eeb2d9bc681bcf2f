import { monthsSince } from '../clicks/months'
import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import type { Actor } from '../history/changing'
import { changingRouting } from './changing-routing'
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
 * The ids of the numbers with these digits, by digits: as they are, brought back from the archive, or new. A label that
 * is not empty becomes the number's label. Each may be named once.
 */
export async function findOrCreateNumbers(
  transaction: Prisma.TransactionClient,
  numbers: readonly NumberInput[],
): Promise<Map<string, number>> {
  const digits = numbers.map(({ number }) => number)
  await transaction.$executeRaw`
    UPDATE numbers SET archived_at = NULL, updated_at = now()
    WHERE archived_at IS NOT NULL AND id IN (
      SELECT DISTINCT ON (digits) id FROM numbers WHERE digits = ANY(${digits})
      ORDER BY digits, archived_at DESC NULLS FIRST)`
  const rows = await transaction.$queryRaw<{ id: number; digits: string }[]>`
    INSERT INTO numbers (digits, label, updated_at)
    SELECT digits, label, now() FROM unnest(${digits}::text[], ${numbers.map(({ label }) => label)}::text[]) AS given (digits, label)
    ON CONFLICT (digits) WHERE archived_at IS NULL DO UPDATE SET
      label = COALESCE(NULLIF(excluded.label, ''), numbers.label),
      updated_at = CASE WHEN excluded.label IN ('', numbers.label) THEN numbers.updated_at ELSE now() END
    RETURNING id, digits`
  return new Map(rows.map(row => [row.digits, row.id]))
}

/** The same for one number: its id. */
export async function findOrCreateNumber(
  transaction: Prisma.TransactionClient,
  number: NumberInput,
): Promise<number> {
  const id = (await findOrCreateNumbers(transaction, [number])).get(number.number)
  if (id === undefined) throw new Error('The number was neither found nor created')
  return id
}

/** Sends every order without a matching rule to this number from now on. */
export async function setDefaultNumber(input: NumberInput, actor: Actor): Promise<void> {
  await changingRouting(actor, async transaction => {
    const defaultNumberId = await findOrCreateNumber(transaction, input)
    await transaction.settings.update({ where: { id: 1 }, data: { defaultNumberId } })
  })
}
