import type { ReactNode } from 'react'

type LineProps = {
  children: ReactNode
  /** Of the last 30 days; left out where clicks say nothing. */
  clicks?: { count: number; locale: string }
  /** The button that mends it. */
  action: ReactNode
}

/** One thing to mend: what it is, the clicks it concerns, the remedy. */
export function Line({ children, clicks, action }: LineProps) {
  return (
    <li className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 px-5 py-3 max-sm:px-4">
      <div className="min-w-0 flex-1 basis-64">{children}</div>
      {clicks && (
        <span
          className={`whitespace-nowrap tabular max-sm:mr-auto ${clicks.count > 0 ? 'text-amber' : 'text-muted'}`}
        >
          {clicks.count === 1 ? '1 click' : `${clicks.count.toLocaleString(clicks.locale)} clicks`}
        </span>
      )}
      {/* One width, so that the figures beside it stand below each other. */}
      <span className="flex gap-2 sm:min-w-36 sm:justify-end">{action}</span>
    </li>
  )
}
