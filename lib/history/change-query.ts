import { z } from 'zod'
import { ChangeEntity } from '../generated/prisma/enums'

/** A place in the list: a change's id. They are given in order, and newest come first. */
const place = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)

/** Of years that calendars agree on: Postgres knows no year 0. */
const day = z.iso.date().refine(text => text >= '2000-01-01' && text < '2100-01-01')

/** The history's state as the address bar holds it; whatever is not understood is ignored, never an error. */
export const changeQuery = z.object({
  /** Words in what it was called or in who did it. */
  q: z.string().trim().max(200).catch('').default(''),
  what: z.enum(ChangeEntity).optional().catch(undefined),
  /** One thing's own history; only together with `what`. */
  id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  /** An e-mail; `system` for what no admin did. */
  who: z
    .string()
    .max(254)
    .regex(/^[^\0]*$/)
    .optional()
    .catch(undefined),
  /** Days, as `2026-11-23`, in the shop's time zone; `until` is the last one. */
  from: day.optional().catch(undefined),
  until: day.optional().catch(undefined),
  /** Changes older than this place. */
  after: place.optional().catch(undefined),
  /** Changes newer than this place. */
  before: place.optional().catch(undefined),
})

export type ChangeQuery = z.output<typeof changeQuery>
