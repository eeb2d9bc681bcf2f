import { expect, test } from 'vitest'
import { describeOtherwise, describeStanding } from './standing'

const desk = { digits: '447400123456' }
const rule = (numberId: number, state: 'active' | 'paused' | 'category_archived' = 'active') => ({
  state,
  number: { id: numberId },
})

test.each([
  [[], desk, 'Every order goes to +44 7400 123456.'],
  [[], null, 'No number is set, so shoppers have nobody to write to.'],
  [[rule(1)], desk, '1 rule sends orders to 1 number; everything else goes to +44 7400 123456.'],
  [[rule(1), rule(1)], desk, '2 rules send orders to 1 number; everything else goes to +44 7400 123456.'],
  [[rule(1), rule(2)], null, '2 rules send orders to 2 numbers; everything else has nowhere to go.'],
  [[rule(1, 'paused'), rule(2, 'category_archived')], desk, 'Every order goes to +44 7400 123456.'],
])('%j with %j', (rules, defaultNumber, sentence) => {
  expect(describeStanding(rules, defaultNumber)).toBe(sentence)
})

test('where orders go otherwise', () => {
  expect(describeOtherwise(desk)).toBe('the default number +44 7400 123456')
  expect(describeOtherwise(null)).toBe('nobody (no default number is set)')
})
