'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import { archiveUnusedNumber, renameNumber, setDefaultNumber } from '@/lib/routing/numbers'
import { idInput, numberInput, numberLabelInput, ruleEditInput, ruleInput } from '@/lib/routing/rule-input'
import {
  archiveRule,
  type CreateResult,
  createRule,
  pauseRule,
  resumeRule,
  type UpdateResult,
  updateRule,
} from '@/lib/routing/rules'
import { refreshRoutingTable } from '@/lib/runtime'
import type { SaveState } from './save-state'

const saved: SaveState = { ok: true, errors: {}, message: null, takenBy: null }

export async function createRuleAction(form: FormData): Promise<SaveState> {
  await requireUser()
  const input = ruleInput.safeParse(formFields(form))
  if (!input.success) return refused(fieldErrors(input.error))
  return explain(await createRule(input.data))
}

export async function updateRuleAction(form: FormData): Promise<SaveState> {
  await requireUser()
  const input = ruleEditInput.safeParse(formFields(form))
  if (!input.success) return refused(fieldErrors(input.error))
  return explain(await updateRule(input.data))
}

export async function setDefaultNumberAction(form: FormData): Promise<SaveState> {
  await requireUser()
  const input = numberInput.safeParse(formFields(form))
  if (!input.success) return refused(fieldErrors(input.error))
  await setDefaultNumber(input.data)
  await takeEffect()
  return saved
}

/** The next four answer false when the row was gone, or still needed; the screen is fresh either way. */
export async function pauseRuleAction(id: number): Promise<boolean> {
  return changeOne(id, pauseRule)
}

export async function resumeRuleAction(id: number): Promise<boolean> {
  return changeOne(id, resumeRule)
}

export async function archiveRuleAction(id: number): Promise<boolean> {
  return changeOne(id, archiveRule)
}

export async function archiveNumberAction(id: number): Promise<boolean> {
  return changeOne(id, archiveUnusedNumber)
}

export async function renameNumberAction(form: FormData): Promise<SaveState> {
  await requireUser()
  const input = numberLabelInput.safeParse(formFields(form))
  if (!input.success) return refused(fieldErrors(input.error))
  const renamed = await renameNumber(input.data)
  await takeEffect()
  return renamed ? saved : refused({ label: 'This number is no longer on the list.' })
}

async function changeOne(id: number, change: (id: number, now: Date) => Promise<boolean>): Promise<boolean> {
  await requireUser()
  const input = idInput.parse({ id })
  const changed = await change(input.id, new Date())
  await takeEffect()
  return changed
}

async function explain(result: CreateResult | UpdateResult): Promise<SaveState> {
  if (result.ok) {
    await takeEffect()
    return saved
  }
  switch (result.reason) {
    case 'taken':
      return {
        ...refused({ categoryId: `${result.categoryName} already has a rule.` }),
        takenBy: result.ruleId,
      }
    case 'category_gone':
      return refused({ categoryId: 'This category was archived. Choose another one.' })
    case 'rule_gone':
      return refused(
        {},
        'This rule was archived meanwhile, so there is nothing to save. You can add a new one.',
      )
    case 'changed_meanwhile':
      return refused(
        {},
        'Somebody else changed this rule while it was open here. Reload to see it as it is now.',
      )
  }
}

function refused(errors: SaveState['errors'], message: string | null = null): SaveState {
  return { ok: false, errors, message, takenBy: null }
}

/** The first message of each field. */
function fieldErrors(error: z.ZodError): SaveState['errors'] {
  return Object.fromEntries(error.issues.map(issue => [String(issue.path[0]), issue.message]).reverse())
}

/** Routing reads the edit before the admin does. */
async function takeEffect() {
  await refreshRoutingTable()
  revalidatePath('/admin', 'layout')
}
