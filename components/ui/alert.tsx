import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

const tones = {
  info: { box: 'border-border bg-surface', icon: Info, ink: 'text-accent' },
  amber: { box: 'border-amber/25 bg-amber-soft', icon: TriangleAlert, ink: 'text-amber' },
  red: { box: 'border-red/30 bg-red-soft', icon: CircleAlert, ink: 'text-red' },
}

type AlertProps = {
  tone?: keyof typeof tones
  title?: ReactNode
  /** A link or button that leads to the remedy. */
  action?: ReactNode
  className?: string
  children?: ReactNode
}

export function Alert({ tone = 'info', title, action, className, children }: AlertProps) {
  const { box, icon: Icon, ink } = tones[tone]
  return (
    <div
      role={tone === 'red' ? 'alert' : 'status'}
      className={cx('flex flex-wrap items-start gap-x-4 gap-y-3 rounded-lg border px-4 py-3', box, className)}
    >
      <div className="flex min-w-0 flex-1 basis-64 gap-3">
        <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', ink)} />
        <div className="min-w-0">
          {title && <p className="font-medium">{title}</p>}
          {children && <div className={cx(title ? 'mt-0.5 text-muted' : '')}>{children}</div>}
        </div>
      </div>
      {action}
    </div>
  )
}
