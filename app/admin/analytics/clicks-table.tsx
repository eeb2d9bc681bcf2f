import { createColumns, DataTable } from '@/components/data-table/data-table'
import { Badge } from '@/components/ui/badge'
import { Thumbnail } from '@/components/ui/thumbnail'
import { timePassed } from '@/components/ui/time-passed'
import type { ClickView } from './click-view'
import { LiveRows } from './live-rows'

type ClicksTableProps = {
  clicks: ClickView[]
  hidden: string[]
  now: Date
  /** The address of the analytics with the filters of these rows; a row's trace opens there. */
  address: string
}

export function ClicksTable({ clicks, hidden, now, address }: ClicksTableProps) {
  const trace = `${address}${address.includes('?') ? '&' : '?'}click=`
  const rows = clicks.map(click => ({ ...click, now, traceHref: trace + click.id }))
  return (
    <LiveRows>
      <DataTable
        caption="Clicks, newest first"
        columns={columns}
        rows={rows}
        hidden={hidden}
        className="clicks"
      />
    </LiveRows>
  )
}

type Row = ClickView & { now: Date; traceHref: string }
const column = createColumns<Row>()

// Rows are the bulk of the page: each element and class in a cell is there many times, so both are few.
const columns = column.columns([
  column.accessor('occurredAt', {
    id: 'time',
    header: 'Time',
    meta: { unlabelled: true, cell: 'click-time', track: '8rem', narrowTrack: '7.5rem' },
    cell: ({ row: { original: click } }) => (
      <>
        {/* Its text is kept true behind React's back: another click gets an element of its own. */}
        <time
          key={click.occurredAt.getTime()}
          dateTime={click.occurredAt.toISOString()}
          title={click.exactTime}
        >
          {timePassed(click.now.getTime() - click.occurredAt.getTime()) ?? click.day}
        </time>
        <small>{click.clockTime}</small>
      </>
    ),
  }),
  column.accessor('product', {
    header: 'Product',
    meta: {
      track: 'minmax(13rem, 4fr)',
      narrowTrack: 'minmax(10rem, 4fr)',
      unlabelled: true,
      cell: 'click-product',
    },
    cell: ({ row }) => <Product click={row.original} />,
  }),
  column.accessor('pageLabel', {
    id: 'page',
    header: 'Page',
    meta: { unlabelled: true, cell: 'click-badge', track: '9rem', narrowTrack: '8.5rem' },
    cell: ({ row: { original: click } }) => (
      <span className={`badge-${click.pageType}`}>{click.pageLabel}</span>
    ),
  }),
  column.accessor('deviceLabel', {
    id: 'device',
    header: 'Device',
    // The least of them to miss; the trace says it, too.
    meta: { unlabelled: true, cell: 'click-badge click-device', track: '7rem', narrowTrack: null },
    cell: ({ row: { original: click } }) => (
      <span className={`badge-${click.device}`}>{click.deviceLabel}</span>
    ),
  }),
  column.accessor('counted', {
    id: 'visitor',
    header: 'Visitor',
    meta: { unlabelled: true, cell: 'click-visitor', track: '6.5rem' },
    cell: ({ row: { original: click } }) => (
      <Badge tone={click.counted ? 'accent' : 'amber'} title={click.kindWhy ?? undefined}>
        {click.kindLabel}
      </Badge>
    ),
  }),
  column.accessor('number', {
    header: 'Routed to',
    meta: { cell: 'click-number', track: 'minmax(10rem, 2fr)', narrowTrack: 'minmax(9rem, 2fr)' },
    cell: ({ row }) => <RoutedTo click={row.original} />,
  }),
  column.accessor('why', {
    header: 'Why',
    meta: { cell: 'click-why', track: 'minmax(13rem, 5fr)', narrowTrack: 'minmax(8.5rem, 5fr)' },
  }),
])

/** The name opens the click's trace: the one way in that no reader can hide. */
function Product({ click: { product, itemCount, traceHref } }: { click: Row }) {
  const more = itemCount > 1 ? `and ${itemCount - 1} more` : null
  return (
    <>
      {product.known && <Thumbnail src={product.imageUrl} name={product.name} size="sm" />}
      <a href={traceHref} data-trace title={product.name} dir="auto">
        {product.name}
      </a>
      <small>{[product.id ? `ID ${product.id}` : null, more].filter(Boolean).join(' · ')}</small>
    </>
  )
}

function RoutedTo({ click: { number, numberLabel } }: { click: ClickView }) {
  if (!number) return <b className="text-red">Nobody</b>
  if (!numberLabel) return number
  return (
    <>
      <b dir="auto" title={numberLabel}>
        {numberLabel}
      </b>
      <small>{number}</small>
    </>
  )
}
