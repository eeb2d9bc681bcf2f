import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Prisma } from '../generated/prisma/client'
import { type Actor, changing } from '../history/changing'
import { findLastActor } from '../history/last-actor'

/** What a form was filled with when it was opened, as `versionOf` answered. */
export const versionInput = z.string().max(64)

/** Stands for exactly these fields. The row's own time would not do: several forms save to different parts of it. */
export function versionOf(fields: Record<string, unknown>): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url')
}

export type SettingsSave<Fields> =
  | { ok: true }
  /** `current` is what the other one saved, `by` their e-mail where it was an admin. */
  | { ok: false; reason: 'changed_meanwhile'; current: Fields; by: string | null }

type SettingsEdit<Fields> = {
  version: string
  /** The part of the settings that the form holds. */
  read: (transaction: Prisma.TransactionClient) => Promise<Fields>
  data: Prisma.SettingsUpdateInput
}

/** Saves a part of the settings, unless somebody else saved that part since `version`. */
export async function saveSettings<Fields extends Record<string, unknown>>(
  { version, read, data }: SettingsEdit<Fields>,
  actor: Actor,
): Promise<SettingsSave<Fields>> {
  const newer = await changing(actor, async transaction => {
    await transaction.$queryRaw`SELECT id FROM settings WHERE id = 1 FOR UPDATE`
    const current = await read(transaction)
    if (versionOf(current) !== version) return current
    await transaction.settings.update({ where: { id: 1 }, data })
    return null
  })
  if (!newer) return { ok: true }
  return { ok: false, reason: 'changed_meanwhile', current: newer, by: await findLastActor('settings', 1) }
}
