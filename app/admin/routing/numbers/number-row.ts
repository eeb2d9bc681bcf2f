import type { Option } from '@/components/ui/combobox-filter'
import { hoursInWords } from '@/lib/routing/hours-in-words'
import type { ListedNumber } from '@/lib/routing/numbers'
import { formatNumber, parseNumber } from '@/lib/whatsapp/number'
import { describeNumberState, type NumberState } from '../number-state'

/** A number as the list shows it. */
export type NumberRow = Pick<
  ListedNumber,
  | 'id'
  | 'digits'
  | 'label'
  | 'isDemo'
  | 'isDefault'
  | 'ruleCount'
  | 'backupForCount'
  | 'lastTestedAt'
  | 'lastTestedBy'
> & {
  formatted: string
  /** Its label, else its digits as people read them. */
  name: string
  state: NumberState
  paused: boolean
  /** Its week in words. */
  hours: string
  backup: { id: number; name: string } | null
  /** Who would take over if it were archived: its backup, else the default number. */
  successorId: number | null
  /** What was said while it was typed, for as long as it is there. */
  doubt: string | null
}

type Around = { defaultId: number | null; timeZone: string; now: number }

export function numberRow(number: ListedNumber, { defaultId, timeZone, now }: Around): NumberRow {
  const { id, digits, label, isDemo, isDefault, ruleCount, backupForCount, backup } = number
  const parsed = parseNumber(digits)
  return {
    ...{ id, digits, label, isDemo, isDefault, ruleCount, backupForCount },
    lastTestedAt: number.lastTestedAt,
    lastTestedBy: number.lastTestedBy,
    formatted: formatNumber(digits),
    name: nameOf(number),
    state: describeNumberState(number, timeZone, now),
    paused: number.pausedAt !== null,
    hours: hoursInWords(number.hours),
    backup: backup && { id: backup.id, name: nameOf(backup) },
    successorId: backup?.id ?? (defaultId === id ? null : defaultId),
    doubt: isDemo || !parsed.ok ? null : parsed.warning,
  }
}

/** All but this one, to choose from. */
export function otherNumbers(numbers: readonly ListedNumber[], id: number | null): Option[] {
  return numbers
    .filter(number => number.id !== id)
    .map(({ id: other, digits, label }) => ({
      value: String(other),
      label: label || formatNumber(digits),
      hint: label ? formatNumber(digits) : undefined,
      keywords: digits,
    }))
}

function nameOf({ label, digits }: { label: string; digits: string }): string {
  return label || formatNumber(digits)
}
