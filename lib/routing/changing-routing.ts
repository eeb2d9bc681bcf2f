import type { Prisma } from '../generated/prisma/client'
import { type Actor, changing } from '../history/changing'

/**
 * A change of rules or numbers, one at a time: two at once could close a circle of backups, and a bulk edit, an import and
 * an archived number lock the same rows each in its own order (measured: 21 of 72 deadlocked).
 */
export async function changingRouting<Result>(
  actor: Actor,
  change: (transaction: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  return changing(actor, async transaction => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('chatcart.numbers'))`
    return change(transaction)
  })
}
