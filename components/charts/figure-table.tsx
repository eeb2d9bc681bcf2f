'use client'

import { Table2 } from 'lucide-react'
import { startTransition, useEffect, useId, useState } from 'react'
import { cx } from '../ui/cx'

export type FigureTableProps = {
  title: string
  table: {
    /** The first one names the rows. */
    headers: string[]
    rows: { key: string; cells: string[] }[]
  }
}

const SOON_MS = 1_000

/**
 * "Show as table". Closed, the table is there for screen readers only, and only once the page has come alive: a slow
 * phone has enough to do with what can be seen.
 */
export function FigureTable({ title, table: { headers, rows } }: FigureTableProps) {
  const [open, setOpen] = useState(false)
  const [ready, setReady] = useState(false)
  const id = useId()
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setReady(true)), SOON_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="mt-2 inline-flex items-center gap-1.5 rounded text-muted text-xs hover:text-text max-sm:min-h-10"
      >
        <Table2 aria-hidden className="size-3.5" />
        {open ? 'Hide the table' : 'Show as table'}
      </button>
      <div
        id={id}
        tabIndex={open ? 0 : undefined}
        className={cx(open ? 'mt-2 max-h-80 overflow-auto rounded-md border' : 'sr-only')}
      >
        {(open || ready) && (
          <table className="w-full text-left tabular">
            <caption className="sr-only">{title}</caption>
            <thead className="sticky top-0 bg-surface-2 text-muted text-xs">
              <tr>
                {headers.map((header, index) => (
                  <th
                    key={header}
                    scope="col"
                    className={cx('px-3 py-2 font-medium', index > 0 && 'text-right')}
                  >
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y">
              {rows.map(({ key, cells: [name, ...cells] }) => (
                <tr key={key}>
                  <th scope="row" dir="auto" className="px-3 py-1.5 font-normal">
                    {name}
                  </th>
                  {cells.map((cell, index) => (
                    <td key={headers[index + 1]} className="px-3 py-1.5 text-right">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  )
}
