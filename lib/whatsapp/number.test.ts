import { expect, test } from 'vitest'
import { formatNumber, isDialled, parseNumber } from './number'

test.each([
  ['+55 11 98888-7777', '5511988887777'],
  ['55 (11) 98888.7777', '5511988887777'],
  ['\u202a+44 7700\u00a0900123\u202c', '447700900123'],
  ['٩٦٦٥٠١٢٣٤٥٦٧', '966501234567'],
  ['+５５１１９８８８８７７７７', '5511988887777'],
  ['tel:+12025550123', '12025550123'],
  ['https://wa.me/5511988887777?text=Hi', '5511988887777'],
  ['wa.me/+5511988887777', '5511988887777'],
  ['https://api.whatsapp.com/send?phone=%2B5511988887777&text=a', '5511988887777'],
  ['https://api.whatsapp.com/send/?text=5&phone=5511988887777', '5511988887777'],
  // Never rewritten: both forms of a Mexican and an Argentine mobile are in use.
  ['+52 1 55 1234 5678', '5215512345678'],
  ['+52 55 1234 5678', '525512345678'],
  ['+54 9 11 2345-6789', '5491123456789'],
  ['+54 11 2345-6789', '541123456789'],
  ['123456789012345', '123456789012345'],
])('%j is %s', (text, digits) => {
  expect(parseNumber(text)).toMatchObject({ ok: true, digits })
})

test.each([
  ['', 'Enter a WhatsApp number'],
  ['   ', 'Enter a WhatsApp number'],
  ['0044 7700 900123', 'without 0 or 00'],
  ['07700 900123', 'without 0 or 00'],
  ['+0 7700 900123', 'without 0 or 00'],
  ['+44 (0)7700 900123', 'Leave out the (0)'],
  ['123456', 'Too short'],
  ['1234567890123456', 'Too long'],
  ['++44 7700 900123', 'digits only'],
  ['44+7700900123', 'digits only'],
  ['1-800-FLOWERS', 'digits only'],
  ['44770090012;ext=1', 'digits only'],
  ['https://wa.me/message/ABCDEF123', 'does not contain a phone number'],
  ['https://wa.me.evil.example/5511988887777', 'does not contain a phone number'],
  ['https://api.whatsapp.com/send?text=hi', 'does not contain a phone number'],
])('%j is refused: %s', (text, message) => {
  const parsed = parseNumber(text)
  expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(message) })
})

test.each([
  ['5511988887777', null],
  ['5215512345678', null],
  ['12025550123', null],
  ['4407700900123', 'No country'],
  ['99912345678', 'No country'],
])('warning of %s: %s', (digits, warning) => {
  const parsed = parseNumber(digits)
  if (!parsed.ok) throw new Error(parsed.message)
  if (warning === null) expect(parsed.warning).toBeNull()
  else expect(parsed.warning).toContain(warning)
})

test.each([
  ['5511988887777', '+55 11 98888-7777'],
  ['447700900123', '+44 7700 900123'],
  ['12025550123', '+1 202 555-0123'],
  ['5215512345678', '+52 1 55 1234 5678'],
  ['99912345678', '+99912345678'],
])('%s reads %s', (digits, formatted) => {
  expect(formatNumber(digits)).toBe(formatted)
})

test.each([
  ['5511988887777', 'Brazil'],
  ['33612345678', 'France'],
  ['9990000000', null],
])('names the country of %s', (digits, country) => {
  expect(parseNumber(digits)).toMatchObject({ ok: true, country })
})

test.each([
  ['07700 900142', '447700900142', true],
  ['7700 900142', '447700900142', true],
  ['44 7700 900142', '447700900142', true],
  ['0044 7700 900142', '447700900142', true],
  ['+44 7700 900142', '447700900142', true],
  ['+44 (0)7700 900142', '447700900142', true],
  ['07700 900143', '447700900142', false],
  ['900142', '447700900142', false],
  ['(202) 555-0123', '12025550123', true],
  ['1 202 555 0123', '12025550123', true],
  ['(11) 98888-7777', '5511988887777', true],
  ['0 11 98888-7777', '5511988887777', true],
  ['011 15-2345-6789', '5491123456789', true],
  ['050 123 4567', '971501234567', true],
  ['07700 900142', '5511988887777', false],
])('%j dials %s: %s', (text, digits, dialled) => {
  expect(isDialled(text, digits)).toBe(dialled)
})
