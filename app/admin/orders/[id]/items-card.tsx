import { Card } from '@/components/ui/card'
import { IntentLink } from '@/components/ui/intent-link'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import { formatMoney } from '@/lib/money'
import type { OrderDetail } from '@/lib/orders/orders'
import { endsWithOption } from '@/lib/whatsapp/ends-with-option'

export function ItemsCard({ order, locale }: { order: OrderDetail; locale: string }) {
  const money = (amount: string | null) =>
    amount === null ? (
      <span className="text-amber">To confirm</span>
    ) : (
      formatMoney(amount, order.currency, locale)
    )
  return (
    <Card flush title="Items">
      <Table>
        <Thead>
          <Th>Product</Th>
          <Th align="right">Quantity</Th>
          <Th align="right">Price</Th>
          <Th align="right">Line total</Th>
        </Thead>
        <Tbody>
          {order.items.map(item => (
            <Tr key={item.position}>
              <Td>
                <span className="min-w-0">
                  <span className="block break-words font-medium">
                    <bdi>
                      <ProductName item={item} />
                    </bdi>
                  </span>
                  <span className="flex flex-wrap gap-x-3 text-muted">
                    {item.variation && !endsWithOption(item.name, item.variation) && (
                      <bdi>{item.variation}</bdi>
                    )}
                    {item.sku && <span>SKU {item.sku}</span>}
                    <span className="tabular">#{item.productId}</span>
                  </span>
                </span>
              </Td>
              <Td label="Quantity" align="right">
                {item.quantity.toLocaleString(locale)}
              </Td>
              <Td label="Price" align="right">
                {money(item.unitPrice)}
              </Td>
              <Td label="Line total" align="right">
                {money(item.lineTotal)}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <p className="flex items-baseline justify-between gap-4 border-t px-5 py-4 max-sm:px-4">
        <span className="text-muted">Total</span>
        {order.total === null ? (
          <span className="text-amber">Price to confirm with the customer</span>
        ) : (
          <strong className="font-semibold text-base tabular">{money(order.total)}</strong>
        )}
      </p>
    </Card>
  )
}

function ProductName({ item }: { item: OrderDetail['items'][number] }) {
  const name = item.name || `Product ${item.productId}`
  if (!item.inCatalogue) return name
  return (
    <IntentLink href={`/admin/products/${item.productId}`} className="underline-offset-4 hover:underline">
      {name}
    </IntentLink>
  )
}
