import { expect, test } from 'vitest'
import { filterOptions } from './combobox-filter'

const options = [
  { value: 'BRL', label: 'Brazilian Real', hint: 'BRL' },
  { value: 'STN', label: 'São Tomé & Príncipe Dobra', hint: 'STN' },
  { value: 'USD', label: 'US Dollar', hint: 'USD', keywords: 'greenback' },
]

test.each([
  ['', ['BRL', 'STN', 'USD']],
  ['  ', ['BRL', 'STN', 'USD']],
  ['dol us', ['USD']],
  ['brl', ['BRL']],
  ['SAO principe', ['STN']],
  ['são', ['STN']],
  ['green dollar', ['USD']],
  ['yen', []],
])('%j finds %j', (query, values) => {
  expect(filterOptions(options, query).shown.map(option => option.value)).toEqual(values)
})

test('words that start with what was typed come before words that merely contain it', () => {
  const zones = ['Asia/Qyzylorda', 'Australia/Lord_Howe', 'Europe/London'].map(label => ({
    value: label,
    label,
  }))
  expect(filterOptions(zones, 'lord').shown.map(({ value }) => value)).toEqual([
    'Australia/Lord_Howe',
    'Asia/Qyzylorda',
  ])
  expect(filterOptions(zones, 'on').shown.map(({ value }) => value)).toEqual(['Europe/London'])
})

test('what stands in front of a label tells options of one name apart', () => {
  const shoes = ['Men', 'Women'].map(above => ({ value: above, above, label: 'Shoes' }))
  expect(filterOptions(shoes, 'shoes women').shown).toEqual([shoes[1]])
})

test('a long list is cut off, and says by how much', () => {
  const many = Array.from({ length: 450 }, (_, index) => ({ value: `${index}`, label: `Category ${index}` }))
  expect(filterOptions(many, 'category')).toMatchObject({ shown: { length: 100 }, more: 350 })
  expect(filterOptions(many, 'category 449')).toEqual({
    shown: [{ value: '449', label: 'Category 449' }],
    more: 0,
  })
})
