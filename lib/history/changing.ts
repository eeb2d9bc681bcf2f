import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'

/** Who makes a change: the signed-in admin; null: the app itself. */
export type Actor = { id: number; email: string } | null

/** Milliseconds for a connection, then for the whole transaction. */
type Patience = { maxWait: number; timeout: number }

/** Waiting for somebody else's change counts, too: an import holds its products and rules for a while. */
const patient = { maxWait: 10_000, timeout: 60_000 }

/** A transaction whose changes the history files under `actor`: its triggers read these two settings of the transaction. */
export async function changing<Result>(
  actor: Actor,
  change: (transaction: Prisma.TransactionClient) => Promise<Result>,
  patience: Patience = patient,
): Promise<Result> {
  return db().$transaction(async transaction => {
    await setActor(transaction, actor)
    return change(transaction)
  }, patience)
}

async function setActor(transaction: Prisma.TransactionClient, actor: Actor): Promise<void> {
  await transaction.$executeRaw`
    SELECT set_config('chatcart.actor_id', ${actor ? String(actor.id) : ''}, true),
      set_config('chatcart.actor_email', ${actor?.email ?? ''}, true)`
}
