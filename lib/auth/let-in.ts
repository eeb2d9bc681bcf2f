import { db } from '../db'
import { generatePassword } from './first-admin'
import { hashPassword } from './password'

export type LetIn = { email: string; password: string; created: boolean }

/**
 * Makes an e-mail an admin, or gives the admin of that e-mail a new password, which ends every session of theirs. For
 * whoever runs the server: nobody asks for the old password. Without an e-mail it is the first admin.
 * @throws Error in words for people where there is nobody to let in.
 */
export async function letIn(input: {
  email: string | undefined
  randomBytes: (size: number) => Buffer
}): Promise<LetIn> {
  const email = input.email?.trim().toLowerCase() ?? (await firstEmail())
  const password = generatePassword(input.randomBytes)
  const passwordHash = await hashPassword(password)
  const known = await db().user.updateMany({
    where: { email },
    data: { passwordHash, sessionVersion: { increment: 1 } },
  })
  if (known.count === 0) await db().user.create({ data: { email, passwordHash } })
  return { email, password, created: known.count === 0 }
}

async function firstEmail(): Promise<string> {
  const first = await db().user.findFirst({ orderBy: { id: 'asc' }, select: { email: true } })
  if (!first) throw new Error('There is no admin yet: start ChatCart once, or name an e-mail.')
  return first.email
}
