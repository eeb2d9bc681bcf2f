'use server'

import { revalidatePath } from 'next/cache'
import { currentSettings } from '@/app/current-settings'
import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import { countToArchive, getRetention, updateRetention } from '@/lib/clicks/retention'
import { wakeRetention } from '@/lib/runtime'
import { retentionInput } from './keep-days'

export type RetentionAnswer =
  | { step: 'refused'; error: string }
  /** Clicks would go: to be asked first. */
  | { step: 'ask'; keepDays: number; count: number }
  | { step: 'saved' }

/** Saves at once where no click would go, else says how many would. */
export async function askRetentionAction(form: FormData): Promise<RetentionAnswer> {
  await requireUser()
  const input = retentionInput.safeParse(formFields(form))
  if (!input.success) return { step: 'refused', error: input.error.issues[0]?.message ?? 'Choose how long.' }
  const keepDays = input.data
  const count = keepDays === null ? 0 : await countGoing(keepDays)
  if (keepDays !== null && count > 0) return { step: 'ask', keepDays, count }
  await save(keepDays)
  return { step: 'saved' }
}

/** Saves what was asked about. */
export async function saveRetentionAction(form: FormData): Promise<RetentionAnswer> {
  await requireUser()
  const input = retentionInput.safeParse(formFields(form))
  if (!input.success) return { step: 'refused', error: input.error.issues[0]?.message ?? 'Choose how long.' }
  await save(input.data)
  return { step: 'saved' }
}

/** Starts the next run now instead of when it is due. */
export async function runRetentionAction(): Promise<void> {
  await requireUser()
  const { keepDays } = await getRetention()
  if (keepDays !== null) await save(keepDays)
}

async function save(keepDays: number | null): Promise<void> {
  await updateRetention({ keepDays, now: new Date() })
  wakeRetention()
  revalidatePath('/admin', 'layout')
}

async function countGoing(keepDays: number): Promise<number> {
  const { timeZone } = await currentSettings()
  return countToArchive({ keepDays, now: new Date(), timeZone })
}
