import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../db'
import { ensureFirstAdmin } from './first-admin'
import { verifyPassword } from './password'

beforeEach(() => db().user.deleteMany())

const passwordHash = async () => (await db().user.findFirstOrThrow()).passwordHash

test('without a password one is made, readable, told once', async () => {
  const first = await ensureFirstAdmin({ email: undefined, password: undefined, randomBytes })
  expect(first).toMatchObject({ email: 'admin@example.com', created: true })
  expect(first.password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/)
  expect(await verifyPassword(await passwordHash(), first.password ?? '')).toBe(true)
  const again = await ensureFirstAdmin({ email: undefined, password: undefined, randomBytes })
  expect(again).toEqual({ email: 'admin@example.com', created: false, password: null })
})

test('a given password is used and not repeated', async () => {
  const given = { email: 'Ana@Shop.test', password: 'correct horse', randomBytes }
  expect(await ensureFirstAdmin(given)).toEqual({ email: 'ana@shop.test', created: true, password: null })
  expect(await verifyPassword(await passwordHash(), 'correct horse')).toBe(true)
})

test('while there is a user, the variables change nothing', async () => {
  await ensureFirstAdmin({ email: 'ana@shop.test', password: 'correct horse', randomBytes })
  const later = { email: 'ben@shop.test', password: 'another one', randomBytes }
  expect(await ensureFirstAdmin(later)).toMatchObject({ email: 'ana@shop.test', created: false })
  expect(await db().user.count()).toBe(1)
})

test('instances that start together create one admin', async () => {
  const start = () => ensureFirstAdmin({ email: undefined, password: undefined, randomBytes })
  const created = (await Promise.all([start(), start(), start()])).filter(admin => admin.created)
  expect(created).toHaveLength(1)
  expect(await db().user.count()).toBe(1)
})
