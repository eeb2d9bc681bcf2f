import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import type { Actor } from '../history/changing'
import { findLastActor } from '../history/last-actor'
import { findBackupLoop } from './backup-loop'
import { changingRouting } from './changing-routing'
import type { NewNumberInput, NumberEditInput } from './number-input'
import { findNumber, type ListedNumber } from './numbers'

/** Why a number could not be saved. `backup_loop`: what the numbers of the way round are called, first one last again. */
type NumberRefusal =
  | { ok: false; reason: 'digits_taken'; taken: { id: number; label: string } }
  | { ok: false; reason: 'backup_gone' }
  | { ok: false; reason: 'backup_loop'; way: string[] }

export type NumberCreate = { ok: true; id: number } | NumberRefusal
export type NumberUpdate =
  | { ok: true }
  | NumberRefusal
  | { ok: false; reason: 'gone' }
  /** `current` is what the other one saved, `by` their e-mail where it was an admin. */
  | { ok: false; reason: 'changed_meanwhile'; current: ListedNumber; by: string | null }

/** Adds a number. One with these digits that was archived comes back, as it is described now. */
export async function createNumber(input: NewNumberInput, actor: Actor): Promise<NumberCreate> {
  return refuseTaken(input.number, () =>
    changingRouting(actor, async (transaction): Promise<NumberCreate> => {
      const archived = await transaction.number.findFirst({
        where: { digits: input.number, archivedAt: { not: null } },
        orderBy: { archivedAt: 'desc' },
        select: { id: true },
      })
      const refusal = await refuseBackup(transaction, archived?.id ?? null, input.backupNumberId)
      if (refusal) return refusal
      const data = { ...fieldsOf(input), archivedAt: null, pausedAt: null }
      const { id } = archived
        ? await transaction.number.update({ where: { id: archived.id }, data, select: { id: true } })
        : await transaction.number.create({ data, select: { id: true } })
      return { ok: true, id }
    }),
  )
}

/** Saves a number as edited: every rule that uses it follows at once, clicks keep the digits they went to. */
export async function updateNumber(input: NumberEditInput, actor: Actor): Promise<NumberUpdate> {
  const saved = await refuseTaken(input.number, () =>
    changingRouting(actor, async transaction => {
      const refusal = await refuseBackup(transaction, input.id, input.backupNumberId)
      if (refusal) return refusal
      const { count } = await transaction.number.updateMany({
        where: { id: input.id, archivedAt: null, updatedAt: input.version },
        data: fieldsOf(input),
      })
      return count === 1
    }),
  )
  if (saved !== false) return saved === true ? { ok: true } : saved
  const current = await findNumber(input.id)
  if (!current) return { ok: false, reason: 'gone' }
  return { ok: false, reason: 'changed_meanwhile', current, by: await findLastActor('number', input.id) }
}

/** False: the number is archived, or never was. Its orders go to its backup, else to the default number. */
export async function pauseNumber(id: number, now: Date, actor: Actor): Promise<boolean> {
  return changeOne({ id, data: { pausedAt: now }, actor })
}

/** False: the number is archived, or never was. */
export async function resumeNumber(id: number, actor: Actor): Promise<boolean> {
  return changeOne({ id, data: { pausedAt: null }, actor })
}

/** Notes that this admin opened the number's link to try it. Not an edit: an open form stays up to date. */
export async function recordNumberTested(id: number, now: Date, userId: number): Promise<boolean> {
  const tested = await db().$executeRaw`
    UPDATE numbers SET last_tested_at = ${now}, last_tested_by_id = ${userId} WHERE id = ${id} AND archived_at IS NULL`
  return tested === 1
}

type OneChange = { id: number; data: Prisma.NumberUpdateManyMutationInput; actor: Actor }

async function changeOne({ id, data, actor }: OneChange): Promise<boolean> {
  const where = { id, archivedAt: null }
  const { count } = await changingRouting(actor, transaction =>
    transaction.number.updateMany({ where, data }),
  )
  return count === 1
}

function fieldsOf({ number: digits, label, backupNumberId, timeZone, hours }: NewNumberInput) {
  return { digits, label, backupNumberId, timeZone, hours: hours ?? Prisma.DbNull }
}

async function refuseBackup(
  transaction: Prisma.TransactionClient,
  id: number | null,
  backupNumberId: number | null,
): Promise<NumberRefusal | null> {
  if (backupNumberId === null) return null
  const numbers = await transaction.number.findMany({
    where: { archivedAt: null },
    select: { id: true, label: true, digits: true, backupNumberId: true },
  })
  if (!numbers.some(number => number.id === backupNumberId)) return { ok: false, reason: 'backup_gone' }
  const loop = id === null ? null : findBackupLoop(numbers, { id, backupNumberId })
  if (!loop) return null
  const names = new Map(numbers.map(number => [number.id, number.label || `+${number.digits}`]))
  return { ok: false, reason: 'backup_loop', way: loop.map(step => names.get(step) ?? '') }
}

/** Prisma's P2002 is the partial unique index on digits: told as the number that is in the way. */
async function refuseTaken<Result>(
  digits: string,
  save: () => Promise<Result>,
): Promise<Result | Extract<NumberRefusal, { reason: 'digits_taken' }>> {
  try {
    return await save()
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error
    const taken = await db().number.findFirst({
      where: { digits, archivedAt: null },
      select: { id: true, label: true },
    })
    if (!taken) throw error
    return { ok: false, reason: 'digits_taken', taken }
  }
}
