import type { ListedNumber } from '@/lib/routing/numbers'
import { formatNumber } from '@/lib/whatsapp/number'

/** What stands in the number form, each as its field sends it; `hours` in JSON, "" for always open. */
export type NumberFormFields = {
  number: string
  label: string
  backupNumberId: string
  timeZone: string
  hours: string
}

export const emptyNumber: NumberFormFields = {
  number: '',
  label: '',
  backupNumberId: '',
  timeZone: '',
  hours: '',
}

export function fieldsOfNumber(number: ListedNumber): NumberFormFields {
  const { digits, label, backup, timeZone, hours } = number
  return {
    number: formatNumber(digits),
    label,
    backupNumberId: backup ? String(backup.id) : '',
    timeZone: timeZone ?? '',
    hours: hours ? JSON.stringify(hours) : '',
  }
}
