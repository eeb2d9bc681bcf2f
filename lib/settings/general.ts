import { z } from 'zod'
import { db } from '../db'
import { type Actor, changing } from '../history/changing'
import { isTimeZone } from './time-zone'

const currencies = new Set(Intl.supportedValuesOf('currency'))

export const generalInput = z.object({
  storeName: z
    .string()
    .trim()
    .min(1, 'Enter the name of your shop.')
    .max(120, 'Keep the name under 120 characters.'),
  currency: z.string().refine(code => currencies.has(code), 'Choose a currency from the list.'),
  locale: z.string().max(35).refine(isLocale, 'Choose a language and region from the list.'),
  timeZone: z.string().max(64).refine(isTimeZone, 'Choose a time zone from the list.'),
  demoStoreEnabled: z.literal('on').optional().transform(Boolean),
})

export type GeneralInput = z.output<typeof generalInput>

/** The shop's settings. `defaultNumber` is null while none is set: orders without a rule then have nowhere to go. */
export async function getGeneralSettings() {
  return db().settings.findUniqueOrThrow({
    where: { id: 1 },
    select: {
      storeName: true,
      currency: true,
      locale: true,
      timeZone: true,
      demoStoreEnabled: true,
      defaultNumber: { select: { id: true, digits: true, label: true, isDemo: true } },
    },
  })
}

/** Saves the general settings; messages, money and days read them from the next request on. */
export async function updateGeneral(input: GeneralInput, actor: Actor): Promise<void> {
  await changing(actor, transaction => transaction.settings.update({ where: { id: 1 }, data: input }))
}

/** A BCP 47 tag this Node knows how to format for. */
function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length === 1
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
