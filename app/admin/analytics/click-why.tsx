import { ChevronRight } from 'lucide-react'
import type { ClickView } from './click-view'

/** About where the table's product column cuts a name off. */
const LONG_NAME = 24

type ClickWhyProps = { click: ClickView & { timeZone: string; locale: string } }

/** The reason in a sentence; opened, everything else the row knows. */
export function ClickWhy({ click }: ClickWhyProps) {
  const time = click.occurredAt.toLocaleString(click.locale, {
    timeZone: click.timeZone,
    dateStyle: 'medium',
    timeStyle: 'long',
  })
  const facts: [string, string | null][] = [
    ['Product', click.product.name.length > LONG_NAME ? click.product.name : null],
    ['Category', click.category],
    ['Items', click.itemCount > 1 ? click.itemCount.toLocaleString(click.locale) : null],
    ['Backup', click.via],
    ['Not counted', click.counted ? null : (click.kindWhy ?? click.kindLabel)],
    ['Exact time', time],
    ['Click', click.id],
  ]
  return (
    <details className="group min-w-0 max-w-72 sm:min-w-52 open:max-w-96 max-sm:max-w-[75%]">
      <summary className="flex cursor-pointer list-none items-start gap-1 rounded max-sm:justify-end max-sm:text-right">
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <span dir="auto">{click.why}</span>
      </summary>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 pl-5 text-xs">
        {facts.map(([term, fact]) =>
          fact ? (
            <div key={term} className="contents">
              <dt className="text-muted">{term}</dt>
              <dd dir="auto" className="break-words tabular">
                {fact}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </details>
  )
}
