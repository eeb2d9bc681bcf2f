import { z } from 'zod'
import { parseNumber } from '../whatsapp/number'

/** A WhatsApp number as a person types it; becomes its digits. The message says what to change. */
const numberText = z
  .string()
  .trim()
  .min(1, 'Enter a WhatsApp number, with its country code.')
  .max(60, 'That is too long for a phone number.')
  .transform((text, context) => {
    const parsed = parseNumber(text)
    if (parsed.ok) return parsed.digits
    context.addIssue({ code: 'custom', message: parsed.message })
    return z.NEVER
  })

const label = z.string().trim().max(80, 'Keep the label under 80 characters.').default('')
const id = z.coerce.number().int().positive().max(2_147_483_647)

/** A checkbox: "on", or not there at all. */
const checkbox = z.literal('on').optional().transform(Boolean)

export const numberInput = z.object({ number: numberText, label })
export const idInput = z.object({ id })
/** What was ticked on a list. */
export const idsInput = z.object({ ids: z.array(id).min(1).max(5_000) })

export const ruleInput = numberInput.extend({
  categoryId: z.coerce
    .number('Choose a category.')
    .int('Choose a category.')
    .positive('Choose a category.')
    .max(2_147_483_647, 'Choose a category.'),
  coversSubcategories: checkbox,
})

/** One number for many categories at once. */
export const assignInput = numberInput.extend({
  categoryIds: z.array(id).min(1, 'Choose at least one category.').max(5_000),
})

/** `version` is the rule's `updatedAt` as the form showed it: a newer one means that somebody else saved meanwhile. */
export const ruleEditInput = ruleInput.extend({ id, version: z.coerce.date() })

export type NumberInput = z.output<typeof numberInput>
export type RuleInput = z.output<typeof ruleInput>
export type AssignInput = z.output<typeof assignInput>
export type RuleEditInput = z.output<typeof ruleEditInput>
