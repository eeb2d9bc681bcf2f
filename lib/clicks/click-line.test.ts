import { expect, test } from 'vitest'
import { bareClick, clickOn } from './click.fixture'
import { encodeClick } from './click-line'

const all = { kindReason: 'repeat', visitorKind: 'duplicate', via: 'off "hours"\n→ Ana' } as const

test.each([
  ['full', clickOn(Number.MAX_SAFE_INTEGER, all)],
  ['bare', bareClick()],
  ['floating', clickOn(0, { pageType: 'floating', itemCount: 0 })],
])('a %s click is one line of JSON with its columns in their order', (_, click) => {
  const line = encodeClick(click)
  expect(line.indexOf('\n')).toBe(line.length - 1)
  const { id, occurredAt, productId, pageType, deviceType, visitorKind, kindReason, reason } = click
  const { ruleId, categoryId, numberId, number, via, itemCount } = click
  expect(JSON.parse(line)).toEqual([
    ...[id, occurredAt, productId, pageType, deviceType, visitorKind, kindReason, reason],
    ...[ruleId, categoryId, numberId, number, via, itemCount],
  ])
})
