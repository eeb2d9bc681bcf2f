import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'

/** Who makes a change: the signed-in admin; null: the app itself. */
export type Actor = { id: number; email: string } | null

type Patience = { maxWait?: number; timeout?: number }

/** A transaction whose changes the history files under `actor`: its triggers read these two settings of the transaction. */
export async function changing<Result>(
  actor: Actor,
  change: (transaction: Prisma.TransactionClient) => Promise<Result>,
  patience?: Patience,
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
