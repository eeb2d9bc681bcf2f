import { expect, test } from 'vitest'
import { soon } from './soon'

test('an answer in time is passed on, and so is an error', async () => {
  expect(await soon(Promise.resolve(7), 1_000)).toBe(7)
  await expect(soon(Promise.reject(new Error('away')), 1_000)).rejects.toThrow('away')
})

test('a question without an answer is an error after that long', async () => {
  await expect(soon(new Promise(() => {}), 10)).rejects.toThrow('did not answer within 10 ms')
})
