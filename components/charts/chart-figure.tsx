import type { ReactNode } from 'react'
import { FigureTable, type FigureTableProps } from './figure-table'

/** A chart and its figures as a table: there for screen readers, and for everybody who asks. */
export function ChartFigure({ title, children, ...table }: FigureTableProps & { children: ReactNode }) {
  return (
    <figure className="min-w-0">
      <figcaption className="sr-only">{title}</figcaption>
      {children}
      <FigureTable title={title} {...table} />
    </figure>
  )
}
