import type { ReactNode } from 'react'

type EmptyStateProps = {
  icon?: ReactNode
  title: string
  /** 1 where it is the whole page. */
  level?: 1 | 2
  body?: ReactNode
  action?: ReactNode
}

/** An empty list teaches the next step. */
export function EmptyState({ icon, title, level = 2, body, action }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
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
      <Heading className="font-semibold text-base">{title}</Heading>
      {body && <div className="mt-1 max-w-md text-muted">{body}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
