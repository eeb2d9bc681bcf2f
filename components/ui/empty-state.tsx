import type { ReactNode } from 'react'

type EmptyStateProps = { icon?: ReactNode; title: string; body?: ReactNode; action?: ReactNode }

/** An empty list teaches the next step. */
export function EmptyState({ icon, title, body, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      {icon && (
        <span
          aria-hidden
          className="mb-4 grid size-11 place-items-center rounded-full bg-surface-2 text-muted [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <h2 className="font-semibold text-base">{title}</h2>
      {body && <div className="mt-1 max-w-md text-muted">{body}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
