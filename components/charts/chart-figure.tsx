'use client'

import { Table2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { cx } from '../ui/cx'

type FigureTable = {
  /** The first one names the rows. */
  headers: string[]
  rows: { key: string; cells: string[] }[]
}

type ChartFigureProps = { title: string; table: FigureTable; children: ReactNode }

/** A chart and its figures as a table: there for screen readers, and for everybody who asks. */
export function ChartFigure({ title, table, children }: ChartFigureProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <figure className="min-w-0">
      <figcaption className="sr-only">{title}</figcaption>
      {children}
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
        <table className="w-full text-left tabular">
          <caption className="sr-only">{title}</caption>
          <thead className="sticky top-0 bg-surface-2 text-muted text-xs">
            <tr>
              {table.headers.map((header, index) => (
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
            {table.rows.map(({ key, cells: [name, ...cells] }) => (
              <tr key={key}>
                <th scope="row" dir="auto" className="px-3 py-1.5 font-normal">
                  {name}
                </th>
                {cells.map((cell, index) => (
                  <td key={table.headers[index + 1]} className="px-3 py-1.5 text-right">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
