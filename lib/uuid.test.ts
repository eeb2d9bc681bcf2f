import { expect, test } from 'vitest'
import { uuidv7 } from './uuid'

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const msOf = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

test('has the form and the time of RFC 9562', () => {
  const now = Date.parse('2026-03-01T12:00:00.123Z')
  const id = uuidv7(now)
  expect(id).toMatch(form)
  expect(msOf(id)).toBe(now)
})

test('stays in order: many in a millisecond, and with the clock set back', () => {
  const now = Date.parse('2026-03-02T12:00:00Z')
  const ids = [now, now - 3_600_000, now + 1].flatMap(time =>
    Array.from({ length: 9_000 }, () => uuidv7(time)),
  )
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(form)
})
