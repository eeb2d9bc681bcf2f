import { ChevronRight } from 'lucide-react'
import type { ClickView } from './click-view'

/** About where the table's product column cuts a name off. */
const LONG_NAME = 24

/** The reason in a sentence; opened, everything else the row knows. */
export function ClickWhy({ click }: { click: ClickView }) {
  const facts: [string, string | null][] = [
    ['Product', click.product.name.length > LONG_NAME ? click.product.name : null],
    ['Category', click.category],
    ['Items', click.itemCount > 1 ? String(click.itemCount) : null],
    ['Backup', click.via],
    ['Not counted', click.counted ? null : (click.kindWhy ?? click.kindLabel)],
    ['Exact time', click.exactTime],
    ['Click', click.id],
  ]
  return (
    <details className="group min-w-0 max-w-72 sm:min-w-40 open:max-w-96 max-sm:max-w-[75%]">
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
