'use client'

import { Braces, Download, Sheet as SheetIcon } from 'lucide-react'
import { Suspense, use, useEffect, useLayoutEffect, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Popup } from '@/components/ui/popup'
import { ExportProgress } from './export-progress'
import { type ExportFormat, exportResultId, tellExport, useExport } from './use-export'

/** What an export of a view will hold. */
export type ExportCount = {
  /** How many clicks, in words. */
  amount: string
  /** How many clicks of the view are kept as totals only, in words; null: none. */
  missing: string | null
  /** How many clicks, where it is known exactly. */
  total: number | null
}

type ExportMenuProps = {
  /** The view's query string. */
  query: string
  /** Null where it could not be found out. */
  counted: Promise<ExportCount | null>
  locale: string
}

const formats: { format: ExportFormat; label: string; hint: string; icon: typeof Braces }[] = [
  { format: 'csv', label: 'CSV', hint: 'for spreadsheets', icon: SheetIcon },
  { format: 'jsonl', label: 'JSON Lines', hint: 'for programs', icon: Braces },
]

/**
 * Every click of the view as a file. Plain links; with scripts they show how far it is and can be stopped. An export
 * goes on while its reader looks at something else, and speaks of the view that it was started with.
 */
export function ExportMenu({ query, counted, locale }: ExportMenuProps) {
  const { state, start, stop, forget } = useExport()
  const isRunning = state.step === 'running'
  const isEarlier = state.step !== 'idle' && state.query !== query
  const hrefOf = (format: ExportFormat) =>
    `/api/admin/clicks/export${query}${query ? '&' : '?'}format=${format}`

  // How the last one ended is no news in the next view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each view
  useEffect(forget, [query])

  // The links and the button take each other's place, and whoever stood on one goes on from the other.
  const body = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when one has replaced the other
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body && body.current?.closest('details')?.open
    if (isLost) body.current?.querySelector<HTMLElement>('a, button')?.focus()
  }, [isRunning])

  return (
    <Popup
      label={isRunning ? 'Exporting…' : 'Export'}
      icon={<Download aria-hidden />}
      className="relative"
      panel="right-0 w-80 max-w-[calc(100vw-2rem)]"
    >
      <div ref={body}>
        {isRunning && isEarlier ? (
          <>
            <p className="font-medium">An earlier view is being exported</p>
            <p className="mt-0.5 text-muted">
              With the filters it was started with, not those you see. This view can follow.
            </p>
          </>
        ) : (
          <>
            <p className="font-medium">The clicks of this view</p>
            <Suspense key={query} fallback={<Amount count={null} />}>
              <CountedAmount counted={counted} />
            </Suspense>
          </>
        )}
        {isRunning ? (
          <>
            <ExportProgress rows={state.rows} total={state.total} locale={locale} />
            <Button className="mt-3 w-full" onClick={stop}>
              Cancel
            </Button>
          </>
        ) : (
          <ul className="mt-3 space-y-1">
            {formats.map(({ format, label, hint, icon: Icon }) => (
              <li key={format}>
                <a
                  href={hrefOf(format)}
                  download
                  onClick={event => {
                    event.preventDefault()
                    start({ href: hrefOf(format), format, query, locale, counted })
                  }}
                  className="flex min-h-10 items-center gap-3 rounded-md px-2.5 hover:bg-surface-2 max-sm:min-h-11"
                >
                  <Icon aria-hidden className="size-4 text-muted" />
                  <span className="font-medium">{label}</span>
                  <span className="text-muted">{hint}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div id={exportResultId} role="status" className="mt-3 empty:hidden">
        {(state.step === 'done' || state.step === 'stopped') && tellExport(state, { isEarlier, locale })}
      </div>
      {state.step === 'failed' && (
        <Alert tone="red" className="mt-3">
          {tellExport(state, { isEarlier, locale })}
        </Alert>
      )}
    </Popup>
  )
}

function CountedAmount({ counted }: Pick<ExportMenuProps, 'counted'>) {
  return <Amount count={use(counted)} />
}

function Amount({ count }: { count: ExportCount | null }) {
  return (
    <p className="mt-0.5 text-muted">
      {count?.amount ?? 'All that there are'}, newest first, with the filters you see.
      {count?.missing && ` ${count.missing} ones are kept as totals only, so they are not in the file.`}
    </p>
  )
}
