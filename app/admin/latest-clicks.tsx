import Link from 'next/link'
import { currentSettings } from '@/app/current-settings'
import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import { Thumbnail } from '@/components/ui/thumbnail'
import { parseClickFilters } from '@/lib/clicks/filters'
import { type ClickRow, listClicks } from '@/lib/clicks/questions'
import { deviceLabel, pageTypeLabel, reasonSentence } from '@/lib/clicks/words'
import { formatNumber } from '@/lib/whatsapp/number'
import { NoClicks } from './no-clicks'

/** The last ten clicks by people. */
export async function LatestClicks() {
  const { timeZone, locale } = await currentSettings()
  const { filters } = parseClickFilters({ params: { range: 'all' }, now: new Date(), timeZone })
  const { rows } = await listClicks({ filters, timeZone, cursor: null, limit: 10 })
  if (rows.length === 0) return <NoClicks />
  return (
    <Table>
      <Thead>
        <Th>Time</Th>
        <Th>Product</Th>
        <Th>Page</Th>
        <Th>Device</Th>
        <Th>Routed to</Th>
        <Th>Why</Th>
      </Thead>
      <Tbody>
        {rows.map(click => (
          <Tr key={click.id}>
            <Td label="Time" className="text-muted">
              <RelativeTime date={click.occurredAt} timeZone={timeZone} locale={locale} />
            </Td>
            <Td label="Product">
              <ClickProduct click={click} />
            </Td>
            <Td label="Page">
              <Badge>{pageTypeLabel(click.pageType)}</Badge>
            </Td>
            <Td label="Device">
              <Badge>{deviceLabel(click.deviceType)}</Badge>
            </Td>
            <Td label="Routed to">
              <Destination click={click} />
            </Td>
            <Td label="Why" className="text-muted max-sm:text-right">
              {reasonSentence(click)}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}

function ClickProduct({ click }: { click: ClickRow }) {
  if (!click.productId) return <span className="text-muted">No product</span>
  if (!click.productName) return <span className="text-muted">Unknown product {click.productId}</span>
  const more = click.itemCount - 1
  return (
    <Link
      href={`/admin/products/${click.productId}`}
      className="flex min-w-0 items-center gap-3 rounded hover:underline"
    >
      <Thumbnail src={click.imageUrl} name={click.productName} size="sm" />
      <span className="min-w-0">
        <span className="block max-w-56 truncate" title={click.productName}>
          {click.productName}
        </span>
        {(click.variation || more > 0) && (
          <span className="block max-w-56 truncate text-muted text-xs">
            {[click.variation, more > 0 && `and ${more} more`].filter(Boolean).join(', ')}
          </span>
        )}
      </span>
    </Link>
  )
}

function Destination({ click }: { click: ClickRow }) {
  if (!click.number) return <span className="text-red">Nobody</span>
  return (
    <span className="block min-w-0 max-sm:text-right">
      {click.numberLabel && (
        <span className="block max-w-44 truncate" title={click.numberLabel}>
          {click.numberLabel}
        </span>
      )}
      <span className={`whitespace-nowrap tabular ${click.numberLabel ? 'text-muted text-xs' : ''}`}>
        {formatNumber(click.number)}
      </span>
    </span>
  )
}
