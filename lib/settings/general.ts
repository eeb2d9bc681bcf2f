import { z } from 'zod'
import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'
import type { Actor } from '../history/changing'
import { type SettingsSave, saveSettings, versionInput } from './saving'
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

/** With the version of what was there when the form was opened. */
export const generalEdit = generalInput.extend({ version: versionInput })

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

const fields = {
  storeName: true,
  currency: true,
  locale: true,
  timeZone: true,
  demoStoreEnabled: true,
} as const

/** What the form of the general settings holds. */
export function generalFields(settings: GeneralInput): GeneralInput {
  const { storeName, currency, locale, timeZone, demoStoreEnabled } = settings
  return { storeName, currency, locale, timeZone, demoStoreEnabled }
}

/** Saves the general settings; messages, money and days read them from the next request on. */
export function updateGeneral(
  { version, ...data }: z.output<typeof generalEdit>,
  actor: Actor,
): Promise<SettingsSave<GeneralInput>> {
  const read = (transaction: Prisma.TransactionClient) =>
    transaction.settings.findUniqueOrThrow({ where: { id: 1 }, select: fields })
  return saveSettings({ version, read, data }, actor)
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
