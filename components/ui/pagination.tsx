import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'
import { LinkButton } from './link-button'

type PagerProps = {
  prevHref: string | null
  nextHref: string | null
  prevLabel?: string
  nextLabel?: string
  /** Between the page and the buttons, for example "51 to 100 of 1,204". */
  summary?: ReactNode
}

export function Pager({
  prevHref,
  nextHref,
  prevLabel = 'Previous',
  nextLabel = 'Next',
  summary,
}: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 border-t px-5 py-3">
      <span className="text-muted tabular">{summary}</span>
      <span className="flex gap-2">
        <Step href={prevHref}>
          <ChevronLeft aria-hidden /> {prevLabel}
        </Step>
        <Step href={nextHref}>
          {nextLabel} <ChevronRight aria-hidden />
        </Step>
      </span>
    </nav>
  )
}

function Step({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) {
    return (
      <span aria-disabled className={buttonStyle('secondary', 'sm', 'cursor-not-allowed')}>
        {children}
      </span>
    )
  }
  return (
    <LinkButton href={href} size="sm">
      {children}
    </LinkButton>
  )
}
