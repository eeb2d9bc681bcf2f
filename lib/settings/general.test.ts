import { expect, test } from 'vitest'
import { generalInput } from './general'

const valid = { storeName: ' Casa Verde ', currency: 'BRL', locale: 'pt-BR', timeZone: 'America/Sao_Paulo' }

test('a switch that is off sends nothing, and the name is trimmed', () => {
  expect(generalInput.parse(valid)).toEqual({ ...valid, storeName: 'Casa Verde', demoStoreEnabled: false })
  expect(generalInput.parse({ ...valid, demoStoreEnabled: 'on' }).demoStoreEnabled).toBe(true)
})

test.each([
  ['storeName', '   '],
  ['storeName', 'x'.repeat(121)],
  ['currency', 'brl'],
  ['currency', 'XYZW'],
  ['locale', 'not a locale'],
  ['locale', 'qq-QQ'],
  ['locale', ''],
  ['timeZone', 'Mars/Olympus'],
  ['timeZone', ''],
])('%s can not be %j', (field, value) => {
  const parsed = generalInput.safeParse({ ...valid, [field]: value })
  expect(parsed.error?.issues.map(issue => issue.path[0])).toEqual([field])
})

test.each(['UTC', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires'])(
  '%s is a time zone',
  zone => {
    expect(generalInput.safeParse({ ...valid, timeZone: zone }).success).toBe(true)
  },
)
