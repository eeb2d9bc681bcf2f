import { beforeEach, expect, test } from 'vitest'
import { db } from '../db'
import { changeEmail, emailInput } from './change-email'
import { hashPassword } from './password'
import { findSessionUser, signIn } from './users'

const [email, password, address] = ['admin@example.com', 'correct horse', '198.51.100.88']

async function addUser(name: string) {
  const passwordHash = await hashPassword(password)
  const select = { id: true, email: true, sessionVersion: true }
  return db().user.create({ data: { email: name, passwordHash }, select })
}

beforeEach(async () => {
  await db().user.deleteMany()
})

test('an admin signs in by the new e-mail from now on, and stays signed in', async () => {
  const user = await addUser(email)
  const input = emailInput.parse({ email: ' Ana@Shop.TEST ', password })
  expect(await changeEmail({ user, ...input, address })).toMatchObject({
    ok: true,
    user: { email: 'ana@shop.test' },
  })
  expect(await findSessionUser(user)).toMatchObject({ email: 'ana@shop.test' })
  expect(await signIn({ email: 'ana@shop.test', password, address })).toMatchObject({ ok: true })
  expect(await signIn({ email, password, address })).toMatchObject({ ok: false })
})

test('a wrong password changes nothing, and the e-mail of another admin is refused', async () => {
  const user = await addUser(email)
  await addUser('ana@shop.test')
  const wrong = { user, email: 'new@shop.test', password: 'wrong', address }
  expect(await changeEmail(wrong)).toEqual({ ok: false, reason: 'wrong' })
  const taken = { user, email: 'ana@shop.test', password, address }
  expect(await changeEmail(taken)).toEqual({ ok: false, reason: 'taken' })
  expect(await findSessionUser(user)).toMatchObject({ email })
})

test.each(['', 'ana', 'ana@', 'a b@shop.test', `${'a'.repeat(250)}@shop.test`])('%j is no e-mail', text => {
  expect(emailInput.safeParse({ email: text, password }).success).toBe(false)
})
