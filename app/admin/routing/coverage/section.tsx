import type { ReactElement } from 'react'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'

type SectionProps = {
  id: string
  title: string
  description: string
  /** How many there are; `rows` may be only the worst of them. */
  total: number
  locale: string
  /** What mends many of them at once. */
  action?: { href: string; label: string }
  rows: ReactElement[]
  /** What is not among the rows, in words; left out: those with fewer clicks. */
  rest?: string | null
}

const shownAtOnce = 10

/** One list of the report, its count in its heading; not there when there is nothing to mend. */
export function Section({ id, title, description, total, locale, action, rows, ...also }: SectionProps) {
  if (total === 0) return null
  const [first, more] = [rows.slice(0, shownAtOnce), rows.slice(shownAtOnce)]
  const fewer = `And ${(total - rows.length).toLocaleString(locale)} others with fewer clicks.`
  const { rest = total > rows.length ? fewer : null } = also
  return (
    <Card
      flush
      title={
        <span id={id} className="scroll-mt-6 max-lg:scroll-mt-20">
          {title} <span className="font-normal text-muted tabular">{total.toLocaleString(locale)}</span>
        </span>
      }
      description={description}
      action={
        action && (
          <LinkButton href={action.href} size="sm">
            {action.label}
          </LinkButton>
        )
      }
    >
      {first.length > 0 && <ul className="divide-y border-t">{first}</ul>}
      {more.length > 0 && (
        <details className="border-t">
          <summary className="w-fit px-5 py-3 text-muted underline-offset-4 hover:underline max-sm:px-4">
            {more.length.toLocaleString(locale)} more
          </summary>
          <ul className="divide-y border-t">{more}</ul>
        </details>
      )}
      {rest && <p className="border-t px-5 py-3 text-muted max-sm:px-4">{rest}</p>}
    </Card>
  )
}
