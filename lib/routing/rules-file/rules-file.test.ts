import { expect, test } from 'vitest'
import { readCell, readPath, readYesNo, writeCell, writePath } from './cells'
import { parseRules } from './parse'
import { planRules, type Standing } from './plan'

test.each([
  ['plain', 'plain'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+55 11', "'+55 11"],
  ['-1', "'-1"],
  ['＝1+1', "'＝1+1"],
  ["'=1", "''=1"],
  ['@sum', "'@sum"],
  ['Ana, Shoes', '"Ana, Shoes"'],
  ['say "hi"', '"say ""hi"""'],
  [' kept ', '" kept "'],
  ['two\nlines', '"two\nlines"'],
  ["'quoted", "'quoted"],
])('%j as a cell', (text, cell) => {
  expect(writeCell(text)).toBe(cell)
})

test.each(['=1+1', '+55 11', '-1', '@x', "'quoted", "'=1", "''@x", '＝x', 'plain', "O'Neill", ''])(
  '%j comes back',
  text => {
    expect(readCell(writeCell(text))).toBe(text)
  },
)

test('a cell has no NUL, which the database refuses', () => {
  expect(readCell('A\0na\0')).toBe('Ana')
})

test.each([
  [['Clothing', 'Shoes'], null, 'Clothing > Shoes'],
  [['Clothing', 'Shoes'], 12, 'Clothing > Shoes #12'],
  [['Price > 100', 'A\\B'], null, 'Price \\> 100 > A\\\\B'],
  [['=Sale'], null, '=Sale'],
  [['Team #1', 'Size #12', 'C#'], null, 'Team \\#1 > Size \\#12 > C#'],
  [['Size #12'], 7, 'Size \\#12 #7'],
  [['#12'], null, '\\#12'],
  [['A\\#1'], null, 'A\\\\\\#1'],
  [['A\\'], 3, 'A\\\\ #3'],
])('%j %j as a path', (path, id, text) => {
  expect(writePath({ path, id })).toBe(text)
  expect(readPath(text)).toEqual({ path, id })
})

test.each([
  ['Clothing>Shoes', ['Clothing', 'Shoes'], null],
  [' Clothing >  Shoes > ', ['Clothing', 'Shoes'], null],
  ['Clothing > Shoes#12 ', ['Clothing', 'Shoes'], 12],
  ['', [], null],
])('the path %j', (text, path, id) => {
  expect(readPath(text)).toEqual({ path, id })
})

test.each([
  ['yes', true],
  ['X', true],
  ['0', false],
  ['', false],
  ['perhaps', null],
])('%j is %j', (text, value) => {
  expect(readYesNo(text)).toBe(value)
})

const file = (...lines: string[]) => Buffer.from(lines.join('\r\n'))
const head = 'Category,Number,Label,Covers subcategories,Paused'

test('a file as it is exported, and as spreadsheets save it', async () => {
  const line = { line: 2, path: ['Shoes'], id: null, digits: '5511988887777', label: 'Ana' }
  const all = { ...line, coversSubcategories: true, paused: false }
  expect(await parseRules(file(`\uFEFF${head}`, 'Shoes,55 11 98888-7777,Ana,yes,no', ''))).toEqual({
    ok: true,
    lines: [all],
    bad: [],
  })
  expect(
    await parseRules(file('sep=;', 'NUMBER;category;LABEL', "'+55 11 98888-7777;Shoes;Ana")),
  ).toMatchObject({
    lines: [{ ...line, line: 3, coversSubcategories: undefined, paused: undefined }],
  })
})

test('every bad line with its number and reason', async () => {
  const parsed = await parseRules(
    file(
      head,
      ',447700900123,,,',
      'Shoes,011 98888,,,',
      '',
      `Bags,447700900123,${'x'.repeat(81)},,`,
      'Hats,447700900123,,perhaps,',
      'Caps,4.47701E+11,,,',
    ),
  )
  expect(parsed.ok && parsed.bad.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'It names no category.'],
    [3, 'Start with the country code, without 0 or 00.'],
    [5, 'Its label is longer than 80 characters.'],
    [6, '“Covers subcategories” must be yes or no, not “perhaps”.'],
    [7, expect.stringContaining('cut this number off')],
  ])
})

test.each([
  ['empty', Buffer.alloc(0), 'The file is empty.'],
  [
    'without its columns',
    file('a,b', '1,2'),
    'The first line must name at least the columns “Category” and “Number”.',
  ],
  [
    'with an open quotation mark',
    file(head, '"Shoes,1'),
    'Line 2 opens a quotation mark that is never closed.',
  ],
  ['too large', Buffer.alloc(900_001, 'x'), 'The file is larger than 900 kB. Import it in parts.'],
])('a file that is %s', async (_, bytes, message) => {
  expect(await parseRules(bytes)).toEqual({ ok: false, message })
})

const standing: Standing = {
  categories: [
    { id: 1, name: 'Women', parentId: null, archived: false },
    { id: 2, name: 'Men', parentId: null, archived: false },
    { id: 3, name: 'Shoes', parentId: 1, archived: false },
    { id: 4, name: 'Shoes', parentId: 2, archived: false },
    { id: 5, name: 'Hats', parentId: 2, archived: false },
    { id: 6, name: 'Old', parentId: null, archived: true },
  ],
  numbers: [{ id: 1, digits: '15550000001', label: 'Ana' }],
  rules: [{ id: 70, categoryId: 3, digits: '15550000001', coversSubcategories: true, paused: false }],
}
const say = (path: string[], digits = '15550000001', facts = {}) => ({
  line: 2,
  path,
  id: null as number | null,
  digits,
  label: '',
  coversSubcategories: undefined,
  paused: undefined,
  ...facts,
})
const plan = (...lines: ReturnType<typeof say>[]) => planRules({ lines, bad: [] }, standing)

test('adds, changes and what stays', () => {
  const planned = plan(
    say(['women', 'SHOES'], '15550000002', { paused: true }),
    say(['Hats'], '15550000002', { line: 3, label: 'Ben' }),
  )
  expect(planned).toMatchObject({
    adds: [{ line: 3, ruleId: null, categoryId: 5, path: ['Men', 'Hats'], coversSubcategories: false }],
    changes: [
      { ruleId: 70, categoryId: 3, coversSubcategories: true, paused: true, changes: ['number', 'paused'] },
    ],
    unchanged: 0,
    numbers: [{ digits: '15550000002', label: 'Ben', from: null }],
    bad: [],
  })
  expect(plan(say(['Women', 'Shoes']))).toMatchObject({
    unchanged: 1,
    numbers: [{ label: 'Ana', from: 'Ana' }],
  })
  expect(plan(say(['Women', 'Shoes'], '15550000001', { coversSubcategories: false }))).toMatchObject({
    changes: [{ changes: ['no longer covers subcategories'] }],
  })
})

test.each([
  [
    'a name that several have',
    [say(['Shoes'])],
    'Several categories are called that. Write the whole path, as in “Clothing > Shoes”.',
  ],
  ['no such category', [say(['Bags'])], 'There is no such category.'],
  ['a path that leads nowhere', [say(['Hats', 'Shoes'])], 'There is no such category.'],
  ['an archived category', [say(['Old'])], 'This category is archived.'],
  [
    'a category twice',
    [say(['Hats']), say(['Men', 'Hats'], '15550000001', { line: 3 })],
    'Line 2 names this category, too.',
  ],
  [
    'a number by two names',
    [
      say(['Hats'], '15550000001', { label: 'Anna' }),
      say(['Men', 'Shoes'], '15550000001', { line: 3, label: 'Anne' }),
    ],
    'Line 2 calls this number “Anna”.',
  ],
])('%s is a bad line', (_, lines, reason) => {
  expect(plan(...lines).bad.map(bad => bad.reason)).toEqual([reason])
})
