'use client'

import { Braces, Download, Sheet as SheetIcon } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Popup } from '@/components/ui/popup'
import { ExportProgress } from './export-progress'
import { type ExportFormat, useExport } from './use-export'

type ExportMenuProps = {
  /** The view's query string. */
  query: string
  /** How many clicks the view has, in words. */
  amount: string
  /** The same as a number, where it is known exactly. */
  total: number | null
  locale: string
}

const formats: { format: ExportFormat; label: string; hint: string; icon: typeof Braces }[] = [
  { format: 'csv', label: 'CSV', hint: 'for spreadsheets', icon: SheetIcon },
  { format: 'jsonl', label: 'JSON Lines', hint: 'for programs', icon: Braces },
]

/** Every click of the view as a file. Plain links; with scripts they show how far it is and can be stopped. */
export function ExportMenu({ query, amount, total, locale }: ExportMenuProps) {
  const { state, start, stop } = useExport()
  const hrefOf = (format: ExportFormat) =>
    `/api/admin/clicks/export${query}${query ? '&' : '?'}format=${format}`
  return (
    <Popup
      label={state.step === 'running' ? 'Exporting…' : 'Export'}
      icon={<Download aria-hidden />}
      className="relative"
      panel="right-0 w-80 max-w-[calc(100vw-2rem)]"
    >
      <p className="font-medium">Every click of this view</p>
      <p className="mt-0.5 text-muted">{amount}, newest first, with the filters you see.</p>
      {state.step === 'running' ? (
        <>
          <ExportProgress rows={state.rows} total={total} locale={locale} />
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
                  start({ href: hrefOf(format), format })
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
      <div role="status" className="mt-3 empty:hidden">
        {state.step === 'done' && `Saved ${state.rows.toLocaleString(locale)} clicks.`}
        {state.step === 'stopped' && 'Stopped. Nothing was saved.'}
      </div>
      {state.step === 'failed' && (
        <Alert tone="red" className="mt-3">
          {state.message}
        </Alert>
      )}
    </Popup>
  )
}
