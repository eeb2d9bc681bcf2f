import type { ReactNode } from 'react'
import { cx } from './cx'

type CardProps = {
  title?: ReactNode
  description?: ReactNode
  action?: ReactNode
  /** No inner padding: for tables and lists that run to the edges. */
  flush?: boolean
  className?: string
  children?: ReactNode
}

export function Card({ title, description, action, flush = false, className, children }: CardProps) {
  return (
    <section className={cx('min-w-0 rounded-lg border bg-surface shadow-card', className)}>
      {(title || action) && (
        <header
          className={cx(
            'flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4 max-sm:px-4',
            !children && 'pb-4',
          )}
        >
          <div className="min-w-0 flex-1 basis-52">
            {title && <h2 className="font-semibold">{title}</h2>}
            {description && <p className="mt-0.5 text-muted">{description}</p>}
          </div>
          {action}
        </header>
      )}
      {children && (
        <div className={flush ? (title || action ? 'pt-3' : '') : 'px-5 py-4 max-sm:px-4'}>{children}</div>
      )}
    </section>
  )
}
