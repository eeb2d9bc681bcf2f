import { type SettingsSave, versionOf } from '@/lib/settings/saving'
import type { SavedState } from './settings-state'

export function savedNow<Fields extends Record<string, unknown>>(fields: Fields): SavedState<Fields> {
  return { ok: true, errors: {}, saved: { fields, version: versionOf(fields) } }
}

export function savedBefore<Fields extends Record<string, unknown>>({
  current,
  by,
}: Extract<SettingsSave<Fields>, { ok: false }>): SavedState<Fields> {
  return { ok: false, errors: {}, theirs: { by, fields: current, version: versionOf(current) } }
}
