import { expect, test } from 'vitest'
import { describeChange } from './describe-change'

const ana = { id: 1, label: 'Ana', digits: '5511988887777' }
const bare = { id: 2, label: '', digits: '447700900123' }
const day = [{ from: 540, to: 1080 }]

test.each([
  [
    'a rule that moves to a number without a label',
    { action: 'changed', before: { number: ana }, after: { number: bare } },
    [{ name: 'Number', before: 'Ana (+55 11 98888-7777)', after: '+44 7700 900123' }],
  ],
  [
    'a right-to-left label, kept apart from the digits after it',
    { action: 'changed', before: { number: bare }, after: { number: { ...ana, label: 'ليلى' } } },
    [{ name: 'Number', before: '+44 7700 900123', after: '\u2068ليلى\u2069 (+55 11 98888-7777)' }],
  ],
  [
    'a pause, with nothing to add',
    { action: 'paused', before: { paused: false }, after: { paused: true } },
    [],
  ],
  [
    'a number with hours',
    {
      action: 'changed',
      before: { hours: null, timeZone: null },
      after: { hours: [day, day, day, day, day, [], []], timeZone: 'Europe/Berlin' },
    },
    [
      { name: 'Opening hours', before: 'Always open', after: 'Mon–Fri 09:00–18:00' },
      { name: 'Time zone', before: 'the shop’s', after: 'Europe/Berlin' },
    ],
  ],
  [
    'a new rule: only what it has',
    {
      action: 'created',
      before: null,
      after: {
        category: { id: 3, path: ['Clothing', 'Shoes'] },
        number: ana,
        coversSubcategories: false,
        paused: false,
      },
    },
    [
      { name: 'Category', before: null, after: 'Clothing › Shoes' },
      { name: 'Number', before: null, after: 'Ana (+55 11 98888-7777)' },
    ],
  ],
  [
    'the order of a product’s categories, and none',
    {
      action: 'changed',
      before: {
        categories: [
          { id: 1, name: 'A' },
          { id: 2, name: 'B' },
        ],
      },
      after: { categories: [] },
    },
    [{ name: 'Categories, in order', before: 'A, B', after: 'none' }],
  ],
  [
    'a label taken away',
    { action: 'changed', before: { label: 'Ana' }, after: { label: '' } },
    [{ name: 'Label', before: 'Ana', after: 'none' }],
  ],
  [
    'what another version wrote',
    { action: 'changed', before: { hours: 'nine to five', colour: 1 }, after: { hours: null, colour: 2 } },
    [{ name: 'Opening hours', before: '"nine to five"', after: 'Always open' }],
  ],
] as const)('%s', (_, change, expected) => {
  expect(describeChange(change)).toEqual(expected)
})
