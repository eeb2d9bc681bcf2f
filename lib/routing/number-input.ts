import { z } from 'zod'
import { isTimeZone } from '../settings/time-zone'
import { weekdays, weeklyHours } from './hours'
import { numberInput } from './rule-input'

const id = z.coerce.number().int().positive().max(2_147_483_647)

/** A choice of the form where the first one, an empty text, is "none". */
const chosenId = z
  .literal('')
  .transform(() => null)
  .or(id)
  .nullable()
  .default(null)

/** The week as the editor sends it, in JSON; empty: always open. */
const hoursText = z
  .string()
  .max(10_000)
  .default('')
  .transform((text, context) => {
    if (text === '') return null
    const week = weeklyHours.safeParse(parseJson(text))
    if (week.success) return week.data
    context.addIssue({ code: 'custom', message: firstProblem(week.error) })
    return z.NEVER
  })

export const newNumberInput = numberInput.extend({
  backupNumberId: chosenId,
  /** Empty: the shop's. */
  timeZone: z
    .literal('')
    .transform(() => null)
    .or(z.string().max(64).refine(isTimeZone, 'Choose a time zone from the list.'))
    .nullable()
    .default(null),
  hours: hoursText,
})

/** `version` is the number's `updatedAt` as the form showed it. */
export const numberEditInput = newNumberInput.extend({ id, version: z.coerce.date() })

/** `target`: the number that takes over; none: its rules are archived, so their orders go on to the default number. */
export const archiveNumberInput = z.object({ id, target: chosenId })

export type NewNumberInput = z.output<typeof newNumberInput>
export type NumberEditInput = z.output<typeof numberEditInput>
export type ArchiveNumberInput = z.output<typeof archiveNumberInput>

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The first thing that is wrong with a week, and on which day. */
function firstProblem({ issues: [issue] }: z.ZodError): string {
  const day = weekdays[Number(issue?.path[0])]
  return `${day ? `${day}: ` : ''}${issue?.message ?? 'These hours can’t be read.'}`
}
