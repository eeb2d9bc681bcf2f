import { expect, test } from 'vitest'
import { followSaved, settleDraft } from './follow-saved'

const saved = (label: string, version: string) => ({ fields: { label }, version })
const ana = saved('Ana', '1')
const untouched = { base: ana, fields: ana.fields, seen: '1' }
const typed = { base: ana, fields: { label: 'Anna' }, seen: '1' }
const ben = saved('Ben', '2')

test('nothing happens while nothing changes', () => {
  expect(followSaved(typed, ana)).toBe(typed)
})

test('a form that nobody touched shows what is saved now', () => {
  expect(followSaved(untouched, ben)).toEqual({ base: ben, fields: ben.fields, seen: '2' })
})

test('a pause beside a form keeps what is typed and does not stand in its way', () => {
  const paused = saved('Ana', '2')
  expect(followSaved(typed, paused)).toEqual({ base: paused, fields: { label: 'Anna' }, seen: '2' })
})

test('what somebody else typed first is a conflict: both are kept until one is chosen', () => {
  expect(followSaved(typed, ben)).toEqual({ ...typed, seen: '2' })
})

test('a page from before does not bring back what was there before theirs was taken', () => {
  const taken = { base: ben, fields: ben.fields, seen: '1' }
  expect(followSaved(taken, ana)).toBe(taken)
  expect(followSaved(taken, ben)).toEqual({ ...taken, seen: '2' })
})

test('after a save the form goes on from what was saved, and keeps what was typed since', () => {
  expect(settleDraft(typed, { label: 'Anna' }, ben)).toEqual({ base: ben, fields: ben.fields, seen: '1' })
  expect(settleDraft(typed, { label: 'Ann' }, ben)).toEqual({ ...typed, base: ben })
})
