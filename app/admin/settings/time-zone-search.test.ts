import { expect, test } from 'vitest'
import { filterOptions } from '@/components/ui/combobox-filter'
import { listTimeZones } from '@/lib/settings/regions'

const zones = listTimeZones([], new Date('2026-07-01T12:00:00Z'))

const renamed = [
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
] as const

test.each(renamed)('%s is listed as %s, and either name finds it', (old, today) => {
  expect(zones.map(({ value }) => value)).toContain(today)
  expect(zones.map(({ value }) => value)).not.toContain(old)
  for (const typed of [old, today, old.replaceAll('_', ' '), today.split('/').at(-1) ?? '']) {
    expect(filterOptions(zones, typed).shown[0]?.value, typed).toBe(today)
  }
})

test.each([
  ['UTC', 'UTC'],
  ['Greenwich', 'UTC'],
  ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
  ['Tel Aviv', 'Asia/Jerusalem'],
  ['Montreal', 'America/Toronto'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['asuncion', 'America/Asuncion'],
])('%j finds %s', (typed, zone) => {
  expect(filterOptions(zones, typed).shown[0]?.value).toBe(zone)
})
