import { expect, test } from 'vitest'
import { plainLine, splitList } from './text'

test.each([
  ['Clothing > Tshirts, Music', ['Clothing > Tshirts', 'Music']],
  ['Shoes\\, Boots > Winter, Sale', ['Shoes, Boots > Winter', 'Sale']],
  ['AC\\\\DC, Rock', ['AC\\DC', 'Rock']],
  ['Back\\slash', ['Back\\slash']],
  [' , One, ,Two,', ['One', 'Two']],
  ['', []],
])('%j', (cell, parts) => {
  expect(splitList(cell)).toEqual(parts)
})

test.each([
  ["'=SUM(A1)", '=SUM(A1)'],
  ["'+55 model", '+55 model'],
  ["'90s jeans", "'90s jeans"],
  ['Toys &amp; Games &#8211; 5&quot;', 'Toys & Games – 5"'],
  ['&#x1F600; &unknown; &#0;', '😀 &unknown;'],
  ['Two\nlines\tand  <b>bold</b>', 'Two lines and bold'],
  ['a < b > c', 'a < b > c'],
  ['Cafe\u0301', 'Café'],
  ['bad \ud83d half', 'bad \ufffd half'],
  ['\u0000\u200bx', 'x'],
])('%j reads %j', (cell, text) => {
  expect(plainLine(cell)).toBe(text)
})
