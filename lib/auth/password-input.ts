import { z } from 'zod'

/** A change of password as the form sends it. */
export const passwordInput = z
  .object({
    current: z.string().min(1, 'Enter your current password.').max(200),
    next: z.string().min(8, 'Use at least 8 characters.').max(200, 'Keep it under 200 characters.'),
    again: z.string(),
  })
  .refine(input => input.next === input.again, { path: ['again'], error: 'The two new passwords differ.' })
  .refine(input => input.next !== input.current, {
    path: ['next'],
    error: 'The new password is the same as the current one.',
  })
