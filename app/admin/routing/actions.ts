'use server'

import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import { setDefaultNumber } from '@/lib/routing/numbers'
import { assignInput, idsInput, numberInput, ruleEditInput, ruleInput } from '@/lib/routing/rule-input'
import {
  archiveRules,
  assignNumber,
  type CreateResult,
  createRule,
  pauseRules,
  resumeRules,
  type UpdateResult,
  updateRule,
} from '@/lib/routing/rules'
import { formatNumber } from '@/lib/whatsapp/number'
import { refused, refusedInput, type SaveState, saved } from './save-state'
import { takeEffect } from './take-effect'

export async function createRuleAction(form: FormData): Promise<SaveState> {
  const user = await requireUser()
  const input = ruleInput.safeParse(formFields(form))
  if (!input.success) return refusedInput(input.error)
  return explain(await createRule(input.data, user))
}

export async function updateRuleAction(form: FormData): Promise<SaveState> {
  const user = await requireUser()
  const input = ruleEditInput.safeParse(formFields(form))
  if (!input.success) return refusedInput(input.error)
  return explain(await updateRule(input.data, user))
}

export async function setDefaultNumberAction(form: FormData): Promise<SaveState> {
  const user = await requireUser()
  const input = numberInput.safeParse(formFields(form))
  if (!input.success) return refusedInput(input.error)
  await setDefaultNumber(input.data, user)
  await takeEffect()
  return saved
}

/** Sends these categories to one number: rules they have are changed, those without get one. */
export async function assignNumberAction(categoryIds: number[], form: FormData): Promise<SaveState> {
  const user = await requireUser()
  const input = assignInput.safeParse({ ...formFields(form), categoryIds })
  if (!input.success) return refusedInput(input.error)
  await assignNumber(input.data, user)
  await takeEffect()
  return saved
}

/** The next three answer how many rules they changed: others may have been archived meanwhile. */
export async function pauseRulesAction(ids: number[]): Promise<number> {
  const user = await requireUser()
  const count = await pauseRules(idsInput.parse({ ids }).ids, new Date(), user)
  await takeEffect()
  return count
}

export async function resumeRulesAction(ids: number[]): Promise<number> {
  const user = await requireUser()
  const count = await resumeRules(idsInput.parse({ ids }).ids, user)
  await takeEffect()
  return count
}

export async function archiveRulesAction(ids: number[]): Promise<number> {
  const user = await requireUser()
  const count = await archiveRules(idsInput.parse({ ids }).ids, new Date(), user)
  await takeEffect()
  return count
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
      return { ...refused({}), theirs: theirsOf(result) }
  }
}

function theirsOf({ by, current }: Extract<UpdateResult, { reason: 'changed_meanwhile' }>) {
  const fields = {
    categoryId: String(current.category.id),
    number: formatNumber(current.number.digits),
    label: current.number.label,
    coversSubcategories: current.coversSubcategories ? 'on' : '',
    paused: current.pausedAt ? 'on' : '',
  }
  return { by, version: current.updatedAt.toISOString(), fields }
}
