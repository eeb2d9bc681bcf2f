import { db } from '../db'
import { hashPassword } from './password'

export type FirstAdmin = { email: string; created: boolean; password: string | null }

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * Creates the first admin while there is no user at all; two instances that start together create one.
 * `password` is the generated one, to be shown this once, or null when it was given or nobody was created.
 */
export async function ensureFirstAdmin(input: {
  email: string | undefined
  password: string | undefined
  randomBytes: (size: number) => Buffer
}): Promise<FirstAdmin> {
  const email = (input.email ?? 'admin@example.com').trim().toLowerCase()
  const known = await db().user.findFirst({ orderBy: { id: 'asc' }, select: { email: true } })
  if (known) return { email: known.email, created: false, password: null }
  const password = input.password ?? generatePassword(input.randomBytes)
  const passwordHash = await hashPassword(password)
  return db().$transaction(async tx => {
    await tx.$executeRaw`LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE`
    const first = await tx.user.findFirst({ orderBy: { id: 'asc' }, select: { email: true } })
    if (first) return { email: first.email, created: false, password: null }
    await tx.user.create({ data: { email, passwordHash } })
    return { email, created: true, password: input.password === undefined ? password : null }
  })
}

/** Four groups of four letters that are not mistaken for one another: 79 bits, easy to read out. */
export function generatePassword(randomBytes: (size: number) => Buffer): string {
  let text = ''
  // Bytes beyond the last full run of the alphabet are passed over, so that every letter is equally likely.
  const limit = 256 - (256 % letters.length)
  while (text.length < 16) {
    for (const byte of randomBytes(16))
      if (byte < limit && text.length < 16) text += letters[byte % letters.length]
  }
  return text.replace(/(.{4})(?=.)/g, '$1-')
}
