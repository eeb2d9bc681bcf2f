import type { ReactNode } from 'react'
import { cx } from './cx'

export type BadgeTone = 'neutral' | 'accent' | 'amber' | 'red' | 'green'

const tones: Record<BadgeTone, string> = {
  neutral: 'bg-surface-2 text-muted',
  accent: 'bg-accent-soft text-accent',
  amber: 'bg-amber-soft text-amber',
  red: 'bg-red-soft text-red',
  green: 'bg-green-soft text-green',
}

type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; title?: string; children: ReactNode }

export function Badge({ tone = 'neutral', icon, title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex h-5.5 max-w-full items-center gap-1 rounded-md px-2 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0',
        tones[tone],
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}
