import { expect, test } from 'vitest'
import { numberInput, ruleEditInput, ruleInput } from './rule-input'

const typed = { categoryId: '7', number: '+55 11 98888-7777', label: '  Ana, Shoes ' }

test('a typed number becomes digits, a label loses its outer spaces', () => {
  expect(ruleInput.parse(typed)).toEqual({
    categoryId: 7,
    number: '5511988887777',
    label: 'Ana, Shoes',
    coversSubcategories: false,
  })
  expect(ruleInput.parse({ ...typed, coversSubcategories: 'on' }).coversSubcategories).toBe(true)
})

test('the label may be missing', () => {
  expect(numberInput.parse({ number: '447700900123' })).toEqual({ number: '447700900123', label: '' })
})

test.each([
  ['no category', { ...typed, categoryId: '' }, 'categoryId', 'Choose a category.'],
  ['a made-up category', { ...typed, categoryId: 'x' }, 'categoryId', 'Choose a category.'],
  ['an id beyond the column', { ...typed, categoryId: '99999999999' }, 'categoryId', 'Choose a category.'],
  ['no number', { ...typed, number: '  ' }, 'number', 'Enter a WhatsApp number, with its country code.'],
  [
    'a local number',
    { ...typed, number: '011 98888' },
    'number',
    'Start with the country code, without 0 or 00.',
  ],
  ['a long label', { ...typed, label: 'x'.repeat(81) }, 'label', 'Keep the label under 80 characters.'],
])('%s is told at its field', (_, input, field, message) => {
  const result = ruleInput.safeParse(input)
  expect(result.error?.issues.map(issue => [issue.path[0], issue.message])).toEqual([[field, message]])
})

test('an edit needs the version that the form showed', () => {
  expect(ruleEditInput.safeParse({ ...typed, id: '1' }).success).toBe(false)
  const version = '2026-01-02T03:04:05.678Z'
  expect(ruleEditInput.parse({ ...typed, id: '1', version }).version).toEqual(new Date(version))
})
