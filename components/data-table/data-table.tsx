'use client'

import { columnVisibilityFeature, createTableHook, tableFeatures } from '@tanstack/react-table'
import { Table, Tbody, Td, Th, Thead, Tr } from '../ui/table'

type ColumnMeta = {
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
}

/** A header that is text becomes the label beside its value on a phone, where rows are cards. */
function DataTable<Row extends { id: string }>({
  caption,
  columns,
  rows,
  hidden = [],
  rowClassName,
}: DataTableProps<Row>) {
  const table = useAppTable({
    columns,
    data: rows,
    state: { columnVisibility: Object.fromEntries(hidden.map(id => [id, false])) },
  })
  return (
    <Table>
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
          <Tr key={row.id} className={rowClassName}>
            {row.getVisibleCells().map(cell => {
              const { header, meta } = cell.column.columnDef
              const label = typeof header === 'string' && !meta?.unlabelled ? header : undefined
              return (
                <Td key={cell.id} label={label} className={meta?.cell}>
                  <table.FlexRender cell={cell} />
                </Td>
              )
            })}
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}

export { createAppColumnHelper as createColumns, DataTable }
