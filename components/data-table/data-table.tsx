import {
  columnVisibilityFeature,
  constructTable,
  createColumnHelper,
  flexRender,
  tableFeatures,
} from '@tanstack/react-table'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import type { CSSProperties } from 'react'
import { Table, Tbody, Th, Thead } from '../ui/table'
import { LateRows } from './late-rows'

type ColumnMeta = {
  /** The column's room where rows are lines: a track of a CSS grid. */
  track?: string
  /** Its room between a phone and a desktop, where that is less; null: none, its `cell` hides it there. */
  narrowTrack?: string | null
  /** The class of the column's cells. */
  cell?: string
  /** On a phone the value stands alone, without the header as its label. */
  unlabelled?: boolean
}

const features = tableFeatures({
  columnVisibilityFeature,
  coreReactivityFeature: storeReactivityBindings(),
  columnMeta: {} satisfies ColumnMeta as ColumnMeta,
})

export const createColumns = <Row extends { id: string }>() => createColumnHelper<typeof features, Row>()

type DataTableProps<Row extends { id: string }> = {
  /** For screen readers: what the rows are. */
  caption: string
  columns: ReturnType<ReturnType<typeof createColumns<Row>>['columns']>
  rows: Row[]
  /** Column ids that are not shown now. */
  hidden?: string[]
  /** The table's look, in a style sheet: said once there, and not in each of two hundred cells. */
  className: string
}

/**
 * The one table with columns that can be hidden. The server sorts, filters, pages and draws it: rows come as plain
 * elements, of which the browser shows the lower half a frame later. Its look gets the columns' tracks as `--tracks` and
 * `--narrow-tracks`.
 */
export function DataTable<Row extends { id: string }>({
  caption,
  columns,
  rows,
  hidden = [],
  className,
}: DataTableProps<Row>) {
  const table = constructTable({
    features,
    columns,
    data: rows,
    getRowId: ({ id }) => id,
    initialState: { columnVisibility: Object.fromEntries(hidden.map(id => [id, false])) },
  })
  const metas = table.getVisibleLeafColumns().map(({ columnDef }) => columnDef.meta)
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--tracks': metas.map(trackOf).join(' '),
    '--narrow-tracks': metas
      .flatMap(meta => (meta?.narrowTrack === null ? [] : (meta?.narrowTrack ?? trackOf(meta))))
      .join(' '),
  }
  const drawn = table.getRowModel().rows.map(row => (
    // By its place: another page then changes the words in rows that stand, which costs half of drawing new ones.
    <tr key={row.index}>
      {row.getVisibleCells().map(cell => {
        const { header, meta } = cell.column.columnDef
        const label = typeof header === 'string' && !meta?.unlabelled && { 'data-label': header }
        return (
          <td key={cell.column.id} className={meta?.cell} {...label}>
            {flexRender(cell.column.columnDef.cell, cell.getContext())}
          </td>
        )
      })}
    </tr>
  ))
  const half = Math.max(FEW, Math.ceil(drawn.length / 2))
  return (
    <Table className={className} style={style}>
      <caption className="sr-only">{caption}</caption>
      <Thead>
        {table.getHeaderGroups().flatMap(group =>
          group.headers.map(header => (
            <Th
              key={header.id}
              className={header.column.columnDef.meta?.narrowTrack === null ? 'sm:max-lg:hidden' : undefined}
            >
              {flexRender(header.column.columnDef.header, header.getContext())}
            </Th>
          )),
        )}
      </Thead>
      <Tbody>{drawn.slice(0, half)}</Tbody>
      {drawn.length > half && <LateRows>{drawn.slice(half)}</LateRows>}
    </Table>
  )
}

/** Rows that are too few to be drawn in two steps. */
const FEW = 10

function trackOf(meta: ColumnMeta | undefined): string {
  return meta?.track ?? 'minmax(0, 1fr)'
}
