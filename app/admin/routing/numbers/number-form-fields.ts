import { type WeeklyHours, weeklyHours } from '@/lib/routing/hours'
import type { ListedNumber } from '@/lib/routing/numbers'
import { formatNumber } from '@/lib/whatsapp/number'
import { type DraftWeek, draftOf } from './hours-draft'

/** What stands in the number form. `week` null: always open. */
export type NumberFormFields = {
  number: string
  label: string
  backupNumberId: string
  timeZone: string
  week: DraftWeek | null
}

export const emptyNumber: NumberFormFields = {
  number: '',
  label: '',
  backupNumberId: '',
  timeZone: '',
  week: null,
}

export function fieldsOfNumber(number: ListedNumber): NumberFormFields {
  return fieldsOfTexts(textsOfNumber(number))
}

/** As an action tells them: `hours` in JSON, "" for always open. */
export function textsOfNumber({ digits, label, backup, timeZone, hours, pausedAt }: ListedNumber) {
  return {
    number: formatNumber(digits),
    label,
    backupNumberId: backup ? String(backup.id) : '',
    timeZone: timeZone ?? '',
    hours: hours ? JSON.stringify(hours) : '',
    paused: pausedAt ? 'on' : '',
  }
}

export function fieldsOfTexts(texts: Record<string, string>): NumberFormFields {
  const { number = '', label = '', backupNumberId = '', timeZone = '', hours = '' } = texts
  return { number, label, backupNumberId, timeZone, week: weekOf(hours) }
}

function weekOf(hours: string): DraftWeek | null {
  const stored: WeeklyHours | null =
    hours === '' ? null : weeklyHours.nullable().catch(null).parse(JSON.parse(hours))
  return stored && draftOf(stored)
}
