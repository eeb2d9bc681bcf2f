'use client'

import { columnVisibilityFeature, createTableHook, tableFeatures } from '@tanstack/react-table'
import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import { cx } from '../ui/cx'
import { Table, Tbody, Td, Th, Thead, Tr } from '../ui/table'

type ColumnMeta = {
  /** The column's room where rows are lines: a track of a CSS grid. */
  track?: string
  /** Classes for the column's cells, for example their place in a phone's card. */
  cell?: string
  /** On a phone the value stands alone, without the header as its label. */
  unlabelled?: boolean
}

/** The one table hook. The server sorts, filters and pages; the table knows columns and rows. */
const { createAppColumnHelper, useAppTable } = createTableHook({
  features: tableFeatures({ columnVisibilityFeature, columnMeta: {} satisfies ColumnMeta as ColumnMeta }),
  getRowId: (row: { id: string }) => row.id,
})

type DataTableProps<Row extends { id: string }> = {
  /** For screen readers: what the rows are. */
  caption: string
  columns: ReturnType<ReturnType<typeof createAppColumnHelper<Row>>['columns']>
  rows: Row[]
  /** Column ids that are not shown now. */
  hidden?: string[]
  rowClassName?: string
  /** Opens a row for the mouse; the row itself needs a link or button that does the same by keyboard. */
  onOpen?: (row: Row) => void
}

/**
 * Each row is a grid of the same tracks, so that it needs no other row to know its widths: the browser lays out and
 * paints only those in sight. A header that is text becomes the label beside its value on a phone, where rows are cards.
 */
function DataTable<Row extends { id: string }>({
  caption,
  columns,
  rows,
  hidden = [],
  rowClassName,
  onOpen,
}: DataTableProps<Row>) {
  const table = useAppTable({
    columns,
    data: rows,
    state: { columnVisibility: Object.fromEntries(hidden.map(id => [id, false])) },
  })
  const tracks = table
    .getVisibleLeafColumns()
    .map(({ columnDef }) => columnDef.meta?.track ?? 'minmax(0, 1fr)')
  const style: CSSProperties & { '--tracks': string } = { '--tracks': tracks.join(' ') }
  return (
    <Table className={asGrids} style={style}>
      <caption className="sr-only">{caption}</caption>
      <Thead>
        {table.getHeaderGroups().flatMap(group =>
          group.headers.map(header => (
            <Th key={header.id}>
              <table.FlexRender header={header} />
            </Th>
          )),
        )}
      </Thead>
      <Tbody>
        {table.getRowModel().rows.map(row => (
          <Tr
            key={row.id}
            className={cx(rowInSight, rowClassName, onOpen && 'cursor-pointer')}
            onClick={onOpen && (event => isPlainPress(event) && onOpen(row.original))}
          >
            <Apart
              draw={() =>
                row.getVisibleCells().map(cell => {
                  const { header, meta } = cell.column.columnDef
                  const label = typeof header === 'string' && !meta?.unlabelled ? header : undefined
                  return (
                    <Td key={cell.id} label={label} className={meta?.cell}>
                      <table.FlexRender cell={cell} />
                    </Td>
                  )
                })
              }
            />
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}

const asGrids =
  'sm:block sm:min-w-232 sm:[&>*]:block sm:[&_tr]:grid sm:[&_tr]:grid-cols-(--tracks) sm:[&_tr]:items-center sm:[&_td]:min-w-0'

/** What is not in sight takes the room of a usual row, then the one that it really had. */
const rowInSight =
  '[content-visibility:auto] [contain-intrinsic-size:auto_4rem] max-sm:[contain-intrinsic-size:auto_11rem]'

/** A component of its own, so that React can let the reader in between two of them. */
function Apart({ draw }: { draw: () => ReactNode }) {
  return draw()
}

/** Neither on something that has a meaning of its own, nor the end of marking text. */
function isPlainPress({ target }: MouseEvent): boolean {
  const own = target instanceof Element && target.closest('a, button, input, summary')
  return !own && window.getSelection()?.isCollapsed !== false
}

export { createAppColumnHelper as createColumns, DataTable }
