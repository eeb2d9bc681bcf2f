import { soon } from '../database/soon'
import { db } from '../db'
import { hashPassword, verifyPassword } from './password'
import { countAttempt, forgiveAttempts } from './throttle'

export type SignedInUser = { id: number; email: string; sessionVersion: number }

export type SignInAnswer =
  | { ok: true; user: SignedInUser }
  | { ok: false; reason: 'wrong' }
  /** `retryAfter` in seconds. */
  | { ok: false; reason: 'wait'; retryAfter: number }

/** The hash of a password nobody has: an unknown e-mail takes as long to answer as a known one. */
let decoyHash: Promise<string> | undefined

/** Checks an e-mail and password. Attempts are counted per e-mail and client address. */
export async function signIn(input: {
  email: string
  password: string
  address: string
}): Promise<SignInAnswer> {
  const email = input.email.trim().toLowerCase()
  const attempt = { email, address: input.address }
  const allowed = await countAttempt(attempt)
  if (!allowed.ok) return { ok: false, reason: 'wait', retryAfter: allowed.retryAfter }

  const user = await db().user.findUnique({ where: { email } })
  decoyHash ??= hashPassword(crypto.randomUUID())
  const matches = await verifyPassword(user?.passwordHash ?? (await decoyHash), input.password)
  if (!user || !matches) return { ok: false, reason: 'wrong' }

  await forgiveAttempts(attempt)
  return { ok: true, user: { id: user.id, email: user.email, sessionVersion: user.sessionVersion } }
}

/** A page and an action ask this first; a database that takes longer about one row hangs. */
const ANSWERS_MS = 8_000

/**
 * The user of a session, or null when the user is gone or a password change has ended the session. A database that hangs
 * is an error here, before the page's own questions, which may take a minute.
 */
export async function findSessionUser(session: {
  id: number
  sessionVersion: number
}): Promise<SignedInUser | null> {
  const found = db().user.findFirst({
    where: { id: session.id, sessionVersion: session.sessionVersion },
    select: { id: true, email: true, sessionVersion: true },
  })
  return soon(found, ANSWERS_MS)
}

/** Sets a new password, which ends every session there is. Asks for the current one, counted like a sign-in. */
export async function changePassword(input: {
  user: SignedInUser
  current: string
  next: string
  address: string
}): Promise<SignInAnswer> {
  const { id, email } = input.user
  const checked = await signIn({ email, password: input.current, address: input.address })
  if (!checked.ok) return checked
  const user = await db().user.update({
    where: { id },
    data: { passwordHash: await hashPassword(input.next), sessionVersion: { increment: 1 } },
    select: { id: true, email: true, sessionVersion: true },
  })
  return { ok: true, user }
}
