import type { ReactNode } from 'react'
import { cx } from '../ui/cx'
import { FigureTable } from './figure-table'

type ChartFigureProps = {
  title: string
  table: {
    /** The first one names the rows. */
    headers: string[]
    rows: { key: string; cells: string[] }[]
  }
  children: ReactNode
}

/** A chart and its figures as a table: there for screen readers, and for everybody who asks. */
export function ChartFigure({ title, table: { headers, rows }, children }: ChartFigureProps) {
  return (
    <figure className="min-w-0">
      <figcaption className="sr-only">{title}</figcaption>
      {children}
      <FigureTable>
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
      </FigureTable>
    </figure>
  )
}
