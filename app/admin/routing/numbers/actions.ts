'use server'

import { revalidatePath } from 'next/cache'
import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import { archiveNumber } from '@/lib/routing/archive-number'
import {
  createNumber,
  type NumberCreate,
  type NumberUpdate,
  pauseNumber,
  recordNumberTested,
  resumeNumber,
  updateNumber,
} from '@/lib/routing/change-numbers'
import { archiveNumberInput, newNumberInput, numberEditInput } from '@/lib/routing/number-input'
import { idInput } from '@/lib/routing/rule-input'
import { refused, refusedInput, type SaveState, saved } from '../save-state'
import { takeEffect } from '../take-effect'
import { textsOfNumber } from './number-form-fields'

export async function createNumberAction(form: FormData): Promise<SaveState> {
  const user = await requireUser()
  const input = newNumberInput.safeParse(formFields(form))
  if (!input.success) return refusedInput(input.error)
  return explain(await createNumber(input.data, user))
}

export async function updateNumberAction(form: FormData): Promise<SaveState> {
  const user = await requireUser()
  const input = numberEditInput.safeParse(formFields(form))
  if (!input.success) return refusedInput(input.error)
  return explain(await updateNumber(input.data, user))
}

/** The next three answer false when the number was archived meanwhile. */
export async function pauseNumberAction(id: number): Promise<boolean> {
  const user = await requireUser()
  const paused = await pauseNumber(idInput.parse({ id }).id, new Date(), user)
  await takeEffect()
  return paused
}

export async function resumeNumberAction(id: number): Promise<boolean> {
  const user = await requireUser()
  const resumed = await resumeNumber(idInput.parse({ id }).id, user)
  await takeEffect()
  return resumed
}

export async function recordNumberTestedAction(id: number): Promise<boolean> {
  const user = await requireUser()
  const recorded = await recordNumberTested(idInput.parse({ id }).id, new Date(), user.id)
  revalidatePath('/admin/routing', 'layout')
  return recorded
}

export async function archiveNumberAction(form: FormData): Promise<SaveState> {
  const user = await requireUser()
  const input = archiveNumberInput.safeParse(formFields(form))
  if (!input.success) return refusedInput(input.error)
  const result = await archiveNumber(input.data, new Date(), user)
  if (!result.ok && result.reason === 'target_needed')
    return refused({ target: 'This is the default number: choose the one that takes its place.' })
  if (!result.ok && result.reason === 'target_gone')
    return refused({ target: 'This number was archived meanwhile. Choose another one.' })
  await takeEffect()
  return saved
}

async function explain(result: NumberCreate | NumberUpdate): Promise<SaveState> {
  if (result.ok) {
    await takeEffect()
    return saved
  }
  switch (result.reason) {
    case 'digits_taken':
      return refused({
        number: `This number is on the list already${result.taken.label && ` as ${result.taken.label}`}.`,
      })
    case 'backup_gone':
      return refused({ backupNumberId: 'This number was archived meanwhile. Choose another one.' })
    case 'backup_loop':
      return refused({
        backupNumberId: `They would stand in for each other: ${result.way.join(' › ')}. Choose another one.`,
      })
    case 'gone':
      return refused({}, 'This number was archived meanwhile, so there is nothing to save.')
    case 'changed_meanwhile':
      return {
        ...refused({}),
        theirs: {
          by: result.by,
          version: result.current.updatedAt.toISOString(),
          fields: textsOfNumber(result.current),
        },
      }
  }
}
