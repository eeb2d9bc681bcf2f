import { Badge } from '@/components/ui/badge'
import { formatNumber } from '@/lib/whatsapp/number'

type NumberTextProps = { number: { digits: string; label: string; isDemo: boolean } }

/** A number as people read it: its label first, the formatted digits below. */
export function NumberText({ number }: NumberTextProps) {
  const formatted = formatNumber(number.digits)
  return (
    <span className="flex min-w-0 flex-col max-sm:[td_&]:items-end">
      {number.label && (
        <span className="max-w-64 truncate font-medium max-sm:max-w-full" title={number.label}>
          {number.label}
        </span>
      )}
      <span className="flex items-center gap-2">
        <span className={`whitespace-nowrap tabular ${number.label ? 'text-muted' : 'font-medium'}`}>
          {formatted}
        </span>
        {number.isDemo && <Badge tone="amber">Demo</Badge>}
      </span>
    </span>
  )
}
