import { Badge } from '@/components/ui/badge'
import { formatNumber } from '@/lib/whatsapp/number'

type DestinationTextProps = {
  number: { digits: string; label: string; isDemo: boolean } | null
  /** Whether a rule leads there. */
  byRule: boolean
}

/** Where a product's orders go: the number's label or digits, or that it is the default. */
export function DestinationText({ number, byRule }: DestinationTextProps) {
  if (!number) return <span className="font-medium text-red">Nowhere: no default number</span>
  const formatted = formatNumber(number.digits)
  return (
    <span className="flex min-w-0 flex-col max-sm:items-end">
      <span className="max-w-48 truncate sm:max-xl:max-w-36" title={number.label || formatted}>
        {byRule ? number.label || formatted : 'Default number'}
      </span>
      <span className="flex items-center gap-2">
        {(number.label || !byRule) && (
          <span className="whitespace-nowrap text-muted text-xs tabular">{formatted}</span>
        )}
        {number.isDemo && (
          <span className="flex sm:max-xl:hidden">
            <Badge tone="amber">Demo</Badge>
          </span>
        )}
      </span>
    </span>
  )
}
