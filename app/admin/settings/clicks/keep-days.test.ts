import { expect, it } from 'vitest'
import { retentionInput } from './keep-days'

it.each([
  [{ keep: '' }, null],
  [{ keep: '', days: '12' }, null],
  [{ keep: '90', days: '12' }, 90],
  [{ keep: 'custom', days: '12' }, 12],
  [{ keep: 'custom', days: ' 365 ' }, 365],
])('reads %j as %j days', (form, days) => {
  expect(retentionInput.parse(form)).toBe(days)
})

it.each([
  [{ keep: 'custom' }],
  [{ keep: 'custom', days: '' }],
  [{ keep: 'custom', days: '0' }],
  [{ keep: 'custom', days: '-5' }],
  [{ keep: 'custom', days: '1.5' }],
  [{ keep: 'custom', days: '36501' }],
  [{ keep: 'custom', days: '1e99' }],
  [{ keep: 'soon' }],
  [{}],
])('refuses %j', form => {
  expect(retentionInput.safeParse(form).success).toBe(false)
})
