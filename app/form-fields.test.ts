import { expect, test } from 'vitest'
import { formFields } from './form-fields'

test('text fields are read without what Postgres refuses', () => {
  const form = new FormData()
  form.set('name', 'Blue\0 mug')
  form.set('note', 'line one\nمرحبا 🌱')
  form.set('file', new File(['x'], 'x.csv'))
  expect(formFields(form)).toEqual({ name: 'Blue mug', note: 'line one\nمرحبا 🌱' })
})

test.each([[null], [1], ['text'], [{ name: 'x' }], [undefined]])('%j is no form', value => {
  expect(formFields(value)).toEqual({})
})
