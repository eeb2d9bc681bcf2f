import { expect, test } from 'vitest'
import { bareClick, clickOn } from './click.fixture'
import { decodeClick, encodeClick } from './click-line'

test.each([
  [
    'full',
    clickOn(Number.MAX_SAFE_INTEGER, { kindReason: 'repeat', visitorKind: 'duplicate', via: 'off hours' }),
  ],
  ['bare', bareClick()],
  ['floating', clickOn(0, { pageType: 'floating', itemCount: 0 })],
])('a %s click comes back as it was', (_, click) => {
  const line = encodeClick(click)
  expect(line.match(/\n/g)).toHaveLength(1)
  expect(line.endsWith('\n')).toBe(true)
  expect(decodeClick(line.trimEnd())).toEqual(click)
})

const whole = encodeClick(clickOn(1)).trimEnd()

test.each([
  ['torn', whole.slice(0, -5)],
  ['two run together', whole.slice(0, 30) + whole],
  ['empty', ''],
  ['zeros, as a power cut leaves them', '\0'.repeat(100)],
  ['another shape', '{"id":1}'],
  ['too short', '[1,2,3]'],
  ['an unknown kind', whole.replace('"human"', '"ghost"')],
  ['no id', whole.replace(/^\["[^"]+"/, '["x"')],
])('a damaged line (%s) is none', (_, line) => {
  expect(decodeClick(line)).toBeNull()
})
