/** What a form shows after a save: `errors` by field name, `message` for the form as a whole. */
export type SaveState = {
  ok: boolean
  errors: Record<string, string | undefined>
  message: string | null
  /** The rule that is in the way, to link to. */
  takenBy: number | null
}

export const untouched: SaveState = { ok: false, errors: {}, message: null, takenBy: null }
