import { Badge } from '@/components/ui/badge'
import { IntentLink } from '@/components/ui/intent-link'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import { formatMoney } from '@/lib/money'
import type { ListedOrder } from '@/lib/orders/orders'
import { formatNumber } from '@/lib/whatsapp/number'
import { OrderStatusBadge } from './status'

type OrdersTableProps = { orders: ListedOrder[]; locale: string; timeZone: string }

export function OrdersTable({ orders, locale, timeZone }: OrdersTableProps) {
  return (
    <Table>
      <Thead>
        <Th>Order</Th>
        <Th>Placed</Th>
        <Th>Customer</Th>
        <Th align="right">Items</Th>
        <Th align="right">Total</Th>
        <Th>Routed to</Th>
        <Th>Status</Th>
      </Thead>
      <Tbody>
        {orders.map(order => (
          <Tr key={order.id} className="max-sm:relative">
            <Td>
              <IntentLink
                href={`/admin/orders/${order.id}`}
                className="whitespace-nowrap font-medium tabular underline-offset-4 hover:underline max-sm:after:absolute max-sm:after:inset-0"
              >
                {order.reference}
              </IntentLink>
            </Td>
            <Td label="Placed" className="text-muted">
              <RelativeTime date={order.placedAt} locale={locale} timeZone={timeZone} />
            </Td>
            <Td label="Customer">
              <Customer order={order} />
            </Td>
            <Td label="Items" align="right">
              {order.pieces.toLocaleString(locale)}
            </Td>
            <Td label="Total" align="right" className="whitespace-nowrap">
              {order.total === null ? (
                <span className="text-amber">Price to confirm</span>
              ) : (
                formatMoney(order.total, order.currency, locale)
              )}
            </Td>
            <Td label="Routed to">
              <RoutedTo order={order} />
            </Td>
            <Td label="Status">
              <OrderStatusBadge status={order.status} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}

function Customer({ order }: { order: ListedOrder }) {
  const { customerName, customerPhone, incomplete } = order
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 max-sm:justify-end">
      <span className="flex min-w-0 flex-col max-sm:items-end">
        {customerName && (
          <span dir="auto" className="max-w-48 truncate text-left max-lg:max-w-36" title={customerName}>
            {customerName}
          </span>
        )}
        {customerPhone && (
          <span className="max-w-48 truncate text-muted tabular max-lg:max-w-36" title={customerPhone}>
            {customerPhone}
          </span>
        )}
        {!customerName && !customerPhone && <span className="text-muted">No name or phone</span>}
      </span>
      {incomplete && (
        <Badge tone="amber" title="The customer left out at least one field">
          Incomplete
        </Badge>
      )}
    </span>
  )
}

function RoutedTo({ order }: { order: ListedOrder }) {
  if (order.number === null) return <span className="text-red">Nobody</span>
  const formatted = formatNumber(order.number)
  return (
    <span className="block max-w-44 truncate max-lg:max-w-32 whitespace-nowrap tabular" title={formatted}>
      {order.numberLabel || formatted}
    </span>
  )
}
