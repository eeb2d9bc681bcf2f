import { z } from 'zod'

const wrong = 'Enter whole days, from 1 to 36,500.'

/** `keep` is one of the choices, `days` counts with "custom". Null: for ever. */
export const retentionInput = z
  .object({ keep: z.string().max(10), days: z.string().max(10).optional() })
  .transform(({ keep, days }) => (keep === 'custom' ? (days ?? '') : keep || null))
  .pipe(z.coerce.number<string>(wrong).int(wrong).min(1, wrong).max(36_500, wrong).nullable())
