import { beforeEach, expect, test } from 'vitest'
import { db } from '../db'
import { hashPassword } from './password'
import { changePassword, findSessionUser, signIn } from './users'

const email = 'owner@shop.test'
const password = 'correct horse'
let visitor = 0
/** Each test comes from an address of its own, so that their counted attempts don't add up. */
let address = ''

beforeEach(async () => {
  visitor += 1
  address = `198.51.100.${visitor}`
  await db().user.deleteMany()
  await db().user.create({ data: { email, passwordHash: await hashPassword(password) } })
})

test('the right password signs in, however the e-mail is written', async () => {
  const answer = await signIn({ email: ' Owner@SHOP.test ', password, address })
  expect(answer).toMatchObject({ ok: true, user: { email, sessionVersion: 1 } })
})

test.each([
  ['a wrong password', email, 'wrong'],
  ['an empty password', email, ''],
  ['an unknown e-mail', 'nobody@shop.test', password],
])('%s is answered the same way', async (_, who, what) => {
  expect(await signIn({ email: who, password: what, address })).toEqual({ ok: false, reason: 'wrong' })
})

test('after five wrong passwords even the right one waits, but not from elsewhere', async () => {
  for (let i = 0; i < 5; i++) await signIn({ email, password: 'wrong', address })
  expect(await signIn({ email, password, address })).toMatchObject({ ok: false, reason: 'wait' })
  expect(await signIn({ email, password, address: '203.0.113.9' })).toMatchObject({ ok: true })
})

test('a new password ends the sessions of the old one', async () => {
  const before = await signIn({ email, password, address })
  if (!before.ok) throw new Error('The first sign-in failed')
  const changed = await changePassword({
    user: before.user,
    current: password,
    next: 'battery staple',
    address,
  })
  if (!changed.ok) throw new Error('The change was refused')

  expect(await findSessionUser(before.user)).toBeNull()
  expect(await findSessionUser(changed.user)).toEqual(changed.user)
  expect(await signIn({ email, password, address })).toMatchObject({ ok: false })
  expect(await signIn({ email, password: 'battery staple', address })).toMatchObject({ ok: true })
})

test('a wrong current password changes nothing', async () => {
  const before = await signIn({ email, password, address })
  if (!before.ok) throw new Error('The first sign-in failed')
  const answer = await changePassword({
    user: before.user,
    current: 'wrong',
    next: 'battery staple',
    address,
  })
  expect(answer).toEqual({ ok: false, reason: 'wrong' })
  expect(await findSessionUser(before.user)).toEqual(before.user)
})
