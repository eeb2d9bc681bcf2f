import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { encode } from 'next-auth/jwt'
import { cache } from 'react'
import { z } from 'zod'
import { loginPath } from '@/lib/auth/own-path'
import { findSessionUser, type SignedInUser } from '@/lib/auth/users'
import { authOptions } from './auth-options'
import { pathHeader } from './path-header'

const session = z.object({
  user: z.object({ id: z.coerce.number().int(), sessionVersion: z.number().int() }),
})

/** The signed-in user, or null. Read once per request. */
export const findUser = cache(async (): Promise<SignedInUser | null> => {
  const parsed = session.safeParse(await getServerSession(authOptions))
  if (!parsed.success) return null
  return findSessionUser(parsed.data.user)
})

/** The signed-in user; sends anybody else to the login page, and from there back here. The first line of every admin page and action. */
export async function requireUser(): Promise<SignedInUser> {
  const user = await findUser()
  if (!user) redirect(loginPath((await headers()).get(pathHeader)))
  return user
}

/** Gives this browser a session of the user's present version: a password change has just ended all of them. */
export async function renewSession(user: SignedInUser): Promise<void> {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set')
  const secure = process.env.NEXTAUTH_URL?.startsWith('https://') ?? false
  const maxAge = authOptions.session?.maxAge
  const token = await encode({
    token: { sub: String(user.id), email: user.email, sessionVersion: user.sessionVersion },
    secret,
    maxAge,
  })
  const name = `${secure ? '__Secure-' : ''}next-auth.session-token`
  ;(await cookies()).set(name, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge })
}
