import { z } from 'zod'
import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { type SignedInUser, type SignInAnswer, signIn } from './users'

/** A change of e-mail as the form sends it. */
export const emailInput = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'Keep it under 255 characters.')
    .pipe(z.email('Enter an e-mail address.')),
  password: z.string().min(1, 'Enter your password.').max(200),
})

/** Changes what an admin signs in with. Asks for the password, counted like a sign-in; sessions go on. */
export async function changeEmail(input: {
  user: SignedInUser
  email: string
  password: string
  address: string
}): Promise<SignInAnswer | { ok: false; reason: 'taken' }> {
  const { user, email, password, address } = input
  const checked = await signIn({ email: user.email, password, address })
  if (!checked.ok) return checked
  try {
    await db().user.update({ where: { id: user.id }, data: { email } })
  } catch (error) {
    // Prisma's P2002: another admin has it.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error
    return { ok: false, reason: 'taken' }
  }
  return { ok: true, user: { ...checked.user, email } }
}
