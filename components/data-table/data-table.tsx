import {
  columnVisibilityFeature,
  constructTable,
  createColumnHelper,
  flexRender,
  tableFeatures,
} from '@tanstack/react-table'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import type { CSSProperties } from 'react'
import { cx } from '../ui/cx'
import { Table, Tbody, Th, Thead } from '../ui/table'

type ColumnMeta = {
  /** The column's room where rows are lines: a track of a CSS grid. */
  track?: string
  /** Its room between a phone and a desktop, where that is less; null: none, its `cell` hides it there. */
  narrowTrack?: string | null
  /** Classes for the column's cells, for example their place in a phone's card. */
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
  rowClassName?: string
}

/**
 * The one table with columns that can be hidden. The server sorts, filters, pages and draws it: fifty rows come as plain
 * elements, and the browser runs nothing for them. Each row is a grid of the same tracks, so that it needs no other row
 * to know its widths, and only those in sight are laid out and painted. On a phone, where rows are cards, a header that
 * is text becomes the label beside its value.
 */
export function DataTable<Row extends { id: string }>({
  caption,
  columns,
  rows,
  hidden = [],
  rowClassName,
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
  return (
    <Table className={cx(asGrids, cells, inSight)} style={style}>
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
      <Tbody>
        {table.getRowModel().rows.map(row => (
          <tr key={row.id} className={rowClassName}>
            {row.getVisibleCells().map(cell => {
              const { header, meta } = cell.column.columnDef
              const label = typeof header === 'string' && !meta?.unlabelled ? header : undefined
              return (
                <td key={cell.id} data-label={label} className={meta?.cell}>
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </td>
              )
            })}
          </tr>
        ))}
      </Tbody>
    </Table>
  )
}

function trackOf(meta: ColumnMeta | undefined): string {
  return meta?.track ?? 'minmax(0, 1fr)'
}

const asGrids =
  'sm:block sm:max-lg:min-w-174 lg:min-w-240 sm:[&>*]:block sm:[&_tr]:grid sm:[&_tr]:items-center ' +
  'sm:max-lg:[&_tr]:grid-cols-(--narrow-tracks) lg:[&_tr]:grid-cols-(--tracks) ' +
  '[&>tbody>tr]:transition-colors [&>tbody>tr]:hover:bg-surface-2/50 max-sm:[&_tr]:px-4 max-sm:[&_tr]:py-3'

/** What Td says, said once: in three hundred cells it would be most of the page's bytes. */
const cells =
  'sm:[&_td]:min-w-0 lg:[&_td]:px-3 sm:max-lg:[&_td]:px-2 sm:[&_td]:py-3 sm:[&_td:first-child]:pl-5 sm:[&_td:last-child]:pr-5 ' +
  'max-sm:[&_td]:flex max-sm:[&_td]:items-center max-sm:[&_td]:justify-between max-sm:[&_td]:gap-4 max-sm:[&_td]:py-1 ' +
  'max-sm:[&_td[data-label]]:before:shrink-0 max-sm:[&_td[data-label]]:before:text-muted max-sm:[&_td[data-label]]:before:content-[attr(data-label)]'

/** A row out of sight takes the room of a usual one, then the room that it really had. */
const inSight =
  '[&>tbody>tr]:[content-visibility:auto] sm:[&>tbody>tr]:[contain-intrinsic-size:auto_4rem] max-sm:[&>tbody>tr]:[contain-intrinsic-size:auto_11rem]'
