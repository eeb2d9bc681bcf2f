import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { IntentLink } from './intent-link'

type PageHeaderProps = {
  /** The list this page belongs to. */
  back?: { href: string; label: string }
  title: ReactNode
  /** One sentence or figure that says how things stand. */
  description?: ReactNode
  /** The one main action of the page. */
  action?: ReactNode
}

export function PageHeader({ back, title, description, action }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {back && (
        <IntentLink
          href={back.href}
          className="mb-2 inline-flex items-center gap-1.5 rounded text-muted hover:text-text max-sm:min-h-10"
        >
          <ArrowLeft aria-hidden className="size-4" /> {back.label}
        </IntentLink>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="line-clamp-4 break-words font-semibold text-2xl tracking-tight">{title}</h1>
          {description && <div className="mt-1 max-w-2xl text-muted">{description}</div>}
        </div>
        {action && <div className="flex flex-wrap items-center gap-2">{action}</div>}
      </div>
    </header>
  )
}
