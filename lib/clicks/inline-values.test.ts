import { expect, test } from 'vitest'
import { Prisma } from '../generated/prisma/client'
import { inlineValues } from './inline-values'

test('writes numbers, times, words and lists of them', () => {
  const time = new Date('2026-11-23T02:30:00.123Z')
  const id = '019ab1c2-7000-7000-8000-000000000001'
  expect(inlineValues(Prisma.sql`a = ${-7} AND b < ${time} AND c = ${'no_rule'} AND d = ${id}::uuid`)).toBe(
    `a = '-7' AND b < '2026-11-23T02:30:00.123Z' AND c = 'no_rule' AND d = '${id}'::uuid`,
  )
  expect(inlineValues(Prisma.sql`${[1n, 2n]}, ${['+05:45', '-03:00']}, ${'{1,2}'}, ${[time]}, ${[]}`)).toBe(
    `'{"1","2"}', '{"+05:45","-03:00"}', '{1,2}', '{"2026-11-23T02:30:00.123Z"}', '{}'`,
  )
  expect(inlineValues(Prisma.sql`SELECT 1`)).toBe('SELECT 1')
})

test.each([
  ["it's"],
  ['"'],
  ['\\'],
  ['a;b'],
  ['a b'],
  ['a\n'],
  ['$1'],
  [0.5],
  [Number.NaN],
  [null],
  [undefined],
  [{}],
  [['fine', "it's"]],
])('refuses %j', value => {
  expect(() => inlineValues(Prisma.sql`a = ${value}`)).toThrow('may not be written')
})
