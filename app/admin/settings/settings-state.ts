import { z } from 'zod'

/** What a settings form is told after it was sent: one message per field that can't be used. */
export type SettingsState = { ok: boolean; errors: Record<string, string | undefined> }

export const untouched: SettingsState = { ok: false, errors: {} }

/** The first message of each field. */
export function fieldErrors(error: z.ZodError): SettingsState['errors'] {
  const { fieldErrors } = z.flattenError(error)
  return Object.fromEntries(
    Object.entries<string[] | undefined>(fieldErrors).map(([field, messages]) => [field, messages?.[0]]),
  )
}
