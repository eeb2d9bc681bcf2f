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
  /** Plain links, where their place turns the pages itself. */
  plain?: boolean
  /** Between the page and the buttons, for example "51 to 100 of 1,204". */
  summary?: ReactNode
}

/** All four buttons fit on one line of the narrowest phone without it. */
const besideWord = 'max-[24rem]:hidden'

export function Pager({
  prevHref,
  nextHref,
  prevLabel = 'Previous',
  nextLabel = 'Next',
  ends,
  plain = false,
  summary,
}: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 border-t px-5 py-3">
      <span className="text-muted tabular">{summary}</span>
      <span className="flex gap-2">
        {ends && (
          <Step plain={plain} href={ends.firstHref} label={ends.firstLabel}>
            <ChevronsLeft aria-hidden />
          </Step>
        )}
        <Step plain={plain} href={prevHref}>
          <ChevronLeft aria-hidden className={besideWord} /> {prevLabel}
        </Step>
        <Step plain={plain} href={nextHref}>
          {nextLabel} <ChevronRight aria-hidden className={besideWord} />
        </Step>
        {ends && (
          <Step plain={plain} href={ends.lastHref} label={ends.lastLabel}>
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
  plain: boolean
  children: ReactNode
}

function Step({ href, label, plain, children }: StepProps) {
  if (!href) {
    return (
      <span aria-disabled title={label} className={buttonStyle('secondary', 'sm', 'cursor-not-allowed')}>
        {label && <span className="sr-only">{label}</span>}
        {children}
      </span>
    )
  }
  const link = { href, title: label, 'aria-label': label, children }
  return plain ? (
    <a {...link} className={buttonStyle('secondary', 'sm')} />
  ) : (
    <LinkButton {...link} size="sm" />
  )
}
