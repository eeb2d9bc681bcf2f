import { z } from 'zod'

/** What a settings form is told after it was sent: one message per field that can't be used. */
export type SettingsState = { ok: boolean; errors: Record<string, string | undefined> }

/** For a form that several admins may have open. */
export type SavedState<Fields> = SettingsState & {
  /** What is saved now. */
  saved?: { fields: Fields; version: string }
  /** What somebody else saved while this form was open: nothing was saved. */
  theirs?: { by: string | null; fields: Fields; version: string }
}

export const untouched: SettingsState = { ok: false, errors: {} }

/** The first message of each field. */
export function fieldErrors(error: z.ZodError): SettingsState['errors'] {
  const { fieldErrors } = z.flattenError(error)
  return Object.fromEntries(
    Object.entries<string[] | undefined>(fieldErrors).map(([field, messages]) => [field, messages?.[0]]),
  )
}
