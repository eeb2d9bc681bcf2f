import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { signIn } from '@/lib/auth/users'
import { report } from '@/lib/log'
import { addressOf } from './client-address'

const credentials = z.object({
  // No e-mail has a NUL, and Postgres refuses one.
  email: z
    .string()
    .max(254)
    .regex(/^[^\0]*$/),
  password: z.string().max(200),
})
const versioned = z.object({ sessionVersion: z.number().int() })

/** Sessions are signed cookies that carry the user's session version; `requireUser` checks it with the database. */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 },
  // All of them: next-auth's own have neither our look nor our security headers.
  pages: { signIn: '/login', signOut: '/login', verifyRequest: '/login', error: '/login' },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(input, request) {
        const parsed = credentials.safeParse(input)
        if (!parsed.success) return null
        const address = addressOf(request.headers ?? {})
        // next-auth hands a thrown message to the login page as the error code; anything else is lost.
        const answer = await signIn({ ...parsed.data, address }).catch(error => {
          report('Somebody could not be signed in', error)
          throw new Error('unavailable')
        })
        if (!answer.ok && answer.reason === 'wait') throw new Error(`wait:${answer.retryAfter}`)
        if (!answer.ok) return null
        const { id, email, sessionVersion } = answer.user
        const user = { id: String(id), email, sessionVersion }
        return user
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      return user ? { ...token, sessionVersion: versioned.parse(user).sessionVersion } : token
    },
    session({ session, token }) {
      return { ...session, user: { ...session.user, id: token.sub, sessionVersion: token.sessionVersion } }
    },
  },
}
