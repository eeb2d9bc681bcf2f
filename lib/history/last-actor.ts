import { db } from '../db'
import type { ChangeEntity } from '../generated/prisma/enums'

/** The e-mail of who changed it last; null: not an admin, or nobody yet. */
export async function findLastActor(entity: ChangeEntity, entityId: number): Promise<string | null> {
  const change = await db().change.findFirst({
    where: { entity, entityId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { actorEmail: true },
  })
  return change?.actorEmail ?? null
}
