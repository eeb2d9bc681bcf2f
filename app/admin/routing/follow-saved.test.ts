import { expect, test } from 'vitest'
import { followSaved } from './follow-saved'

const saved = (label: string, version: string) => ({ fields: { label }, version })
const ana = saved('Ana', '1')
const untouched = { base: ana, fields: ana.fields }
const typed = { base: ana, fields: { label: 'Anna' } }

test('nothing happens while nothing changes', () => {
  expect(followSaved(typed, ana)).toBe(typed)
})

test('a form that nobody touched shows what is saved now', () => {
  const now = saved('Ben', '2')
  expect(followSaved(untouched, now)).toEqual({ base: now, fields: now.fields })
})

test('a pause beside a form keeps what is typed and does not stand in its way', () => {
  const paused = saved('Ana', '2')
  expect(followSaved(typed, paused)).toEqual({ base: paused, fields: { label: 'Anna' } })
})

test('what somebody else typed first is a conflict: both are kept until one is chosen', () => {
  expect(followSaved(typed, saved('Ben', '2'))).toBe(typed)
})
