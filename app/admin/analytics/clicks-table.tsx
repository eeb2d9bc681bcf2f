import { createColumns, DataTable } from '@/components/data-table/data-table'
import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import { Thumbnail } from '@/components/ui/thumbnail'
import { ClickIcon, ClickIcons } from './click-icons'
import type { ClickView } from './click-view'
import { OpenRows } from './open-rows'

type ClicksTableProps = {
  clicks: ClickView[]
  hidden: string[]
  timeZone: string
  locale: string
  /** The address of the analytics with the filters of these rows; a row's trace opens there. */
  address: string
}

export function ClicksTable({ clicks, hidden, timeZone, locale, address }: ClicksTableProps) {
  const trace = `${address}${address.includes('?') ? '&' : '?'}click=`
  const rows = clicks.map(click => ({ ...click, timeZone, locale, traceHref: trace + click.id }))
  return (
    <OpenRows>
      <ClickIcons />
      <DataTable
        caption="Clicks, newest first"
        columns={columns}
        rows={rows}
        hidden={hidden}
        rowClassName="cursor-pointer max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-2"
      />
    </OpenRows>
  )
}

/** In a phone's card: product and time, then a line of badges, then a line each. */
const badge = { unlabelled: true, cell: 'max-sm:order-3' }
const line = { cell: 'max-sm:order-4 max-sm:basis-full' }

type Row = ClickView & { timeZone: string; locale: string; traceHref: string }
const column = createColumns<Row>()

const columns = column.columns([
  column.accessor('occurredAt', {
    id: 'time',
    header: 'Time',
    meta: { unlabelled: true, cell: 'max-sm:order-2', track: '8rem', narrowTrack: '7.5rem' },
    cell: ({ row: { original: click } }) => (
      <span className="flex flex-col text-muted max-sm:items-end">
        <RelativeTime date={click.occurredAt} timeZone={click.timeZone} locale={click.locale} />
        <span className="whitespace-nowrap text-xs tabular">{click.clockTime}</span>
      </span>
    ),
  }),
  column.accessor('product', {
    header: 'Product',
    meta: {
      track: 'minmax(13rem, 4fr)',
      narrowTrack: 'minmax(10rem, 4fr)',
      unlabelled: true,
      cell: 'max-sm:order-1 max-sm:min-w-0 max-sm:grow max-sm:basis-[calc(100%-7rem)]',
    },
    cell: ({ row }) => <Product click={row.original} />,
  }),
  column.accessor('pageLabel', {
    id: 'page',
    header: 'Page',
    meta: { ...badge, track: '9rem', narrowTrack: '7.5rem' },
    cell: ({ row }) => (
      <Badge icon={<ClickIcon name={row.original.pageType} />}>{row.original.pageLabel}</Badge>
    ),
  }),
  column.accessor('deviceLabel', {
    id: 'device',
    header: 'Device',
    // The least of them to miss; the trace says it, too.
    meta: { ...badge, cell: `${badge.cell} sm:max-lg:hidden`, track: '7rem', narrowTrack: null },
    cell: ({ row }) => (
      <Badge icon={<ClickIcon name={row.original.device} />}>{row.original.deviceLabel}</Badge>
    ),
  }),
  column.accessor('counted', {
    id: 'visitor',
    header: 'Visitor',
    meta: { ...badge, track: '6.5rem' },
    cell: ({ row: { original: click } }) => (
      <Badge tone={click.counted ? 'accent' : 'amber'} title={click.kindWhy ?? undefined}>
        {click.kindLabel}
      </Badge>
    ),
  }),
  column.accessor('number', {
    header: 'Routed to',
    meta: { ...line, track: 'minmax(10rem, 2fr)', narrowTrack: 'minmax(9rem, 2fr)' },
    cell: ({ row }) => <RoutedTo click={row.original} />,
  }),
  column.accessor('why', {
    header: 'Why',
    meta: {
      cell: `${line.cell} max-sm:items-start!`,
      track: 'minmax(13rem, 5fr)',
      narrowTrack: 'minmax(8.5rem, 5fr)',
    },
    cell: ({ row }) => <Why click={row.original} />,
  }),
])

/** The name opens the click's trace: the one way in that no reader can hide. */
function Product({ click: { product, itemCount, traceHref } }: { click: Row }) {
  const more = itemCount > 1 ? `and ${itemCount - 1} more` : null
  return (
    <span className="flex min-w-0 items-center gap-3">
      {product.known && <Thumbnail src={product.imageUrl} name={product.name} size="sm" />}
      <span className="flex min-w-0 flex-col">
        <a
          href={traceHref}
          data-trace
          title={product.name}
          dir="auto"
          className={`truncate sm:max-lg:line-clamp-2 sm:max-lg:whitespace-normal underline-offset-4 hover:underline ${product.known ? 'font-medium' : 'text-muted'}`}
        >
          {product.name}
        </a>
        <span className="text-muted text-xs tabular">
          {[product.id ? `ID ${product.id}` : null, more].filter(Boolean).join(' · ')}
        </span>
      </span>
    </span>
  )
}

function RoutedTo({ click: { number, numberLabel } }: { click: ClickView }) {
  if (!number) return <span className="font-medium text-red">Nobody</span>
  return (
    <span className="flex min-w-0 flex-col max-sm:items-end">
      {numberLabel && (
        <span dir="auto" title={numberLabel} className="max-w-36 truncate font-medium">
          {numberLabel}
        </span>
      )}
      <span className={`whitespace-nowrap tabular ${numberLabel ? 'text-muted text-xs' : ''}`}>{number}</span>
    </span>
  )
}

function Why({ click }: { click: ClickView }) {
  return (
    <span className="flex min-w-0 items-center gap-2 max-sm:max-w-[75%] max-sm:text-right">
      <span className="min-w-0 flex-1 break-words">{click.why}</span>
      <ClickIcon name="open" className="size-4 shrink-0 text-muted max-sm:hidden" />
    </span>
  )
}
