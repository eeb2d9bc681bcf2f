import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../db'
import { letIn } from './let-in'
import { hashPassword } from './password'
import { findSessionUser, signIn } from './users'

const email = 'owner@shop.test'
const address = '198.51.100.77'

beforeEach(async () => {
  await db().user.deleteMany()
})

test('a lost password is replaced, and the sessions of the old one end', async () => {
  const owner = await db().user.create({ data: { email, passwordHash: await hashPassword('forgotten') } })
  const answer = await letIn({ email: ' Owner@SHOP.test', randomBytes })
  expect(answer).toMatchObject({ email, created: false })
  expect(await signIn({ email, password: 'forgotten', address })).toMatchObject({ ok: false })
  expect(await signIn({ email, password: answer.password, address })).toMatchObject({ ok: true })
  expect(await findSessionUser({ id: owner.id, sessionVersion: owner.sessionVersion })).toBeNull()
})

test('without an e-mail it is the first admin', async () => {
  for (const each of [email, 'second@shop.test'])
    await db().user.create({ data: { email: each, passwordHash: 'x' } })
  expect(await letIn({ email: undefined, randomBytes })).toMatchObject({ email, created: false })
})

test('an unknown e-mail becomes an admin beside the others', async () => {
  await db().user.create({ data: { email, passwordHash: 'x' } })
  const answer = await letIn({ email: 'ana@shop.test', randomBytes })
  expect(answer).toMatchObject({ email: 'ana@shop.test', created: true })
  expect(await signIn({ email: 'ana@shop.test', password: answer.password, address })).toMatchObject({
    ok: true,
  })
  expect(await db().user.count()).toBe(2)
})

test('nobody at all is said in words', async () => {
  await expect(letIn({ email: undefined, randomBytes })).rejects.toThrow('There is no admin yet')
})
