import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'
import { LinkButton } from './link-button'

type PagerProps = {
  prevHref: string | null
  nextHref: string | null
  prevLabel?: string
  nextLabel?: string
  /** The way to both ends, for lists that have it; null: already there. */
  ends?: { firstHref: string | null; firstLabel: string; lastHref: string | null; lastLabel: string }
  /** Between the page and the buttons, for example "51 to 100 of 1,204". */
  summary?: ReactNode
}

export function Pager({
  prevHref,
  nextHref,
  prevLabel = 'Previous',
  nextLabel = 'Next',
  ends,
  summary,
}: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 border-t px-5 py-3">
      <span className="text-muted tabular">{summary}</span>
      <span className="flex gap-2">
        {ends && (
          <Step href={ends.firstHref} label={ends.firstLabel}>
            <ChevronsLeft aria-hidden />
          </Step>
        )}
        <Step href={prevHref}>
          <ChevronLeft aria-hidden /> {prevLabel}
        </Step>
        <Step href={nextHref}>
          {nextLabel} <ChevronRight aria-hidden />
        </Step>
        {ends && (
          <Step href={ends.lastHref} label={ends.lastLabel}>
            <ChevronsRight aria-hidden />
          </Step>
        )}
      </span>
    </nav>
  )
}

type StepProps = {
  href: string | null
  /** For a step that shows only an icon. */
  label?: string
  children: ReactNode
}

function Step({ href, label, children }: StepProps) {
  if (!href) {
    return (
      <span aria-disabled title={label} className={buttonStyle('secondary', 'sm', 'cursor-not-allowed')}>
        {label && <span className="sr-only">{label}</span>}
        {children}
      </span>
    )
  }
  return (
    <LinkButton href={href} size="sm" title={label} aria-label={label}>
      {children}
    </LinkButton>
  )
}
