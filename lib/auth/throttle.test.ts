import { expect, test } from 'vitest'
import { countAttempt, forgiveAttempts } from './throttle'

async function attempts(times: number, attempt: { email: string; address: string }) {
  const answers = []
  for (let i = 0; i < times; i++) answers.push(await countAttempt(attempt))
  return answers
}

test('the sixth wrong password in a row has to wait, and is told how long', async () => {
  const answers = await attempts(6, { email: 'six@shop.test', address: '192.0.2.1' })
  expect(answers.slice(0, 5).every(answer => answer.ok)).toBe(true)
  expect(answers[5]).toMatchObject({ ok: false, retryAfter: expect.any(Number) })
  expect(answers[5]?.ok === false && answers[5].retryAfter).toBeGreaterThan(200)
})

test('one address does not lock another address or another e-mail out', async () => {
  await attempts(6, { email: 'a@shop.test', address: '192.0.2.2' })
  expect(await countAttempt({ email: 'a@shop.test', address: '192.0.2.3' })).toEqual({ ok: true })
  expect(await countAttempt({ email: 'b@shop.test', address: '192.0.2.2' })).toEqual({ ok: true })
})

test('the right password wipes the slate', async () => {
  const attempt = { email: 'wipe@shop.test', address: '192.0.2.4' }
  await attempts(4, attempt)
  await forgiveAttempts(attempt)
  const answers = await attempts(5, attempt)
  expect(answers.every(answer => answer.ok)).toBe(true)
})

test('one address that tries many e-mails is stopped after thirty', async () => {
  const answers = []
  for (let i = 0; i < 31; i++)
    answers.push(await countAttempt({ email: `u${i}@shop.test`, address: '192.0.2.5' }))
  expect(answers.filter(answer => answer.ok)).toHaveLength(30)
})

test('an IPv6 visitor is known by the network, not by the address', async () => {
  await attempts(5, { email: 'six6@shop.test', address: '2001:db8:1:2::1' })
  expect(await countAttempt({ email: 'six6@shop.test', address: '2001:db8:1:2::ffff' })).toMatchObject({
    ok: false,
  })
})
