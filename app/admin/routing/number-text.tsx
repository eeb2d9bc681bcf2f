import { Badge } from '@/components/ui/badge'

type NumberTextProps = {
  number: { formatted: string; label: string; isDemo: boolean; away?: string | null }
}

/** A number as people read it: its label first, the formatted digits below, and whether it is away. */
export function NumberText({ number: { formatted, label, isDemo, away } }: NumberTextProps) {
  return (
    <span className="flex min-w-0 flex-col max-sm:[td_&]:items-end">
      {label && (
        <span
          className="line-clamp-3 max-w-52 break-words font-medium max-xl:[td_&]:max-w-40 max-sm:max-w-full!"
          title={label}
        >
          {label}
        </span>
      )}
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 max-sm:[td_&]:justify-end">
        <span className={`whitespace-nowrap tabular ${label ? 'text-muted' : 'font-medium'}`}>
          {formatted}
        </span>
        {isDemo && <Badge tone="amber">Demo</Badge>}
        {away && <Badge>{away}</Badge>}
      </span>
    </span>
  )
}
