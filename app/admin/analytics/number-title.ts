import type { NumberShare } from '@/lib/clicks/number-shares'
import { formatNumber } from '@/lib/whatsapp/number'

/** A number as the merchant knows it. */
export function numberTitle({ label, digits, isArchived }: NumberShare): string {
  if (!digits) return 'Nobody: no number was set'
  return `${label || formatNumber(digits)}${isArchived ? ' (archived)' : ''}`
}
