import type { ChangeQuery } from '@/lib/history/change-query'

type Value = string | number | bigint | FormDataEntryValue | undefined

/** The history's address with these filters; empty ones are left out. */
export function historyHref(query: Partial<Record<keyof ChangeQuery, Value>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value))
  }
  return `/admin/routing/history${search.size > 0 ? `?${search}` : ''}`
}

export function isFiltered({ q, ...rest }: ChangeQuery): boolean {
  return q !== '' || Object.values(rest).some(value => value !== undefined)
}
