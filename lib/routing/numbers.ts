import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'
import type { NumberInput } from './rule-input'

/** Every number that is not archived, with how many current rules send to it; by label, then digits. */
export async function listNumbers() {
  const rows = await db().number.findMany({
    where: { archivedAt: null },
    select: {
      id: true,
      digits: true,
      label: true,
      isDemo: true,
      _count: { select: { rules: { where: { archivedAt: null } }, settings: true } },
    },
    orderBy: [{ label: 'asc' }, { digits: 'asc' }],
  })
  return rows.map(({ _count, ...number }) => ({
    ...number,
    ruleCount: _count.rules,
    isDefault: _count.settings > 0,
  }))
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
export async function setDefaultNumber(input: NumberInput): Promise<void> {
  await db().$transaction(async transaction => {
    const defaultNumberId = await findOrCreateNumber(transaction, input)
    await transaction.settings.update({ where: { id: 1 }, data: { defaultNumberId } })
  })
}

/** False: the number is archived or never was. */
export async function renameNumber({ id, label }: { id: number; label: string }): Promise<boolean> {
  const { count } = await db().number.updateMany({ where: { id, archivedAt: null }, data: { label } })
  return count === 1
}

/** Takes an unused number off the list; clicks keep showing it. False: a rule or the default still needs it. */
export async function archiveUnusedNumber(id: number, now: Date): Promise<boolean> {
  const { count } = await db().number.updateMany({
    where: { id, archivedAt: null, rules: { none: { archivedAt: null } }, settings: { none: {} } },
    data: { archivedAt: now },
  })
  return count === 1
}
