import type { z } from 'zod'

/** What a form shows after a save: `errors` by field name, `message` for the form as a whole. */
export type SaveState = {
  ok: boolean
  errors: Record<string, string | undefined>
  message: string | null
  /** The rule that is in the way, to link to. */
  takenBy: number | null
  /** What somebody else saved while this form was open: the fields as they are now, by name, with the new version. */
  theirs: { by: string | null; version: string; fields: Record<string, string> } | null
}

export const untouched: SaveState = { ok: false, errors: {}, message: null, takenBy: null, theirs: null }

export const saved: SaveState = { ...untouched, ok: true }

export function refused(errors: SaveState['errors'], message: string | null = null): SaveState {
  return { ...untouched, errors, message }
}

/** The first message of each field. */
export function refusedInput(error: z.ZodError): SaveState {
  return refused(
    Object.fromEntries(error.issues.map(issue => [String(issue.path[0]), issue.message]).reverse()),
  )
}
