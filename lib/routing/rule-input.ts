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

export const numberInput = z.object({ number: numberText, label })
export const numberLabelInput = z.object({ id, label })
export const idInput = z.object({ id })

export const ruleInput = numberInput.extend({
  categoryId: z.coerce
    .number('Choose a category.')
    .int('Choose a category.')
    .positive('Choose a category.')
    .max(2_147_483_647, 'Choose a category.'),
})

/** `version` is the rule's `updatedAt` as the form showed it: a newer one means that somebody else saved meanwhile. */
export const ruleEditInput = ruleInput.extend({ id, version: z.coerce.date() })

export type NumberInput = z.output<typeof numberInput>
export type RuleInput = z.output<typeof ruleInput>
export type RuleEditInput = z.output<typeof ruleEditInput>
