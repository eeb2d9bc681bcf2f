import type { Prisma } from '../generated/prisma/client'
import type { Actor } from '../history/changing'
import { findBackupLoop } from './backup-loop'
import { changingRouting } from './changing-routing'
import type { ArchiveNumberInput } from './number-input'

export type NumberArchive =
  | { ok: true; rules: number }
  /** It is the default number: another one has to take its place. */
  | { ok: false; reason: 'target_needed' | 'target_gone' | 'gone' }

/**
 * Takes a number off the list; clicks and orders keep it. Its rules, its place as the default number and those it stands
 * in for go to `target`; without one its rules are archived and nobody stands in any more.
 */
export async function archiveNumber(
  { id, target }: ArchiveNumberInput,
  now: Date,
  actor: Actor,
): Promise<NumberArchive> {
  return changingRouting(actor, async (transaction): Promise<NumberArchive> => {
    const numbers = await transaction.number.findMany({
      where: { archivedAt: null },
      select: { id: true, backupNumberId: true, _count: { select: { settings: true } } },
    })
    const number = numbers.find(one => one.id === id)
    if (!number) return { ok: false, reason: 'gone' }
    if (target !== null && (target === id || !numbers.some(one => one.id === target)))
      return { ok: false, reason: 'target_gone' }
    if (target === null && number._count.settings > 0) return { ok: false, reason: 'target_needed' }

    const { count } = await transaction.routingRule.updateMany({
      where: { numberId: id, archivedAt: null },
      data: target === null ? { archivedAt: now } : { numberId: target },
    })
    await transaction.settings.updateMany({
      where: { defaultNumberId: id },
      data: { defaultNumberId: target },
    })
    await replaceBackup(transaction, numbers, { id, target })
    await transaction.number.update({ where: { id }, data: { archivedAt: now, backupNumberId: null } })
    return { ok: true, rules: count }
  })
}

type Backup = { id: number; backupNumberId: number | null }

/** Whoever had it as a backup gets the target, where that closes no circle. */
async function replaceBackup(
  transaction: Prisma.TransactionClient,
  numbers: readonly Backup[],
  { id, target }: { id: number; target: number | null },
): Promise<void> {
  const left = numbers.filter(number => number.id !== id)
  for (const number of left.filter(one => one.backupNumberId === id)) {
    const backup = { id: number.id, backupNumberId: target }
    const backupNumberId = findBackupLoop(left, backup) ? null : target
    await transaction.number.update({ where: { id: number.id }, data: { backupNumberId } })
  }
}
