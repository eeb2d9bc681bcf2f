import { Plus } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import type { findProduct } from '@/lib/catalog/products'
import { PriceText } from './price-text'

type Variation = NonNullable<Awaited<ReturnType<typeof findProduct>>>['variations'][number]
type VariationsCardProps = { productId: number; variations: Variation[]; currency: string; locale: string }

export function VariationsCard({ productId, variations, currency, locale }: VariationsCardProps) {
  return (
    <Card
      flush
      title="Variations"
      description="Sizes, colours and the like. Each has an ID of its own that works in every link."
      action={
        <LinkButton href={`/admin/products/new?parent=${productId}`} size="sm">
          <Plus aria-hidden /> Add variation
        </LinkButton>
      }
    >
      {variations.length === 0 ? (
        <p className="px-5 pb-5 text-muted max-sm:px-4">None.</p>
      ) : (
        <Table>
          <Thead>
            <Th>Variation</Th>
            <Th>ID</Th>
            <Th>SKU</Th>
            <Th align="right">Price</Th>
          </Thead>
          <Tbody>
            {variations.map(variation => (
              <Tr key={variation.id}>
                <Td>
                  <span className="flex items-center gap-2">
                    <IntentLink
                      href={`/admin/products/${variation.id}`}
                      title={variation.name}
                      className="max-w-72 truncate font-medium underline-offset-4 hover:underline"
                    >
                      {variation.variation ?? variation.name}
                    </IntentLink>
                    {variation.archivedAt && <Badge>Archived</Badge>}
                  </span>
                </Td>
                <Td label="ID" className="tabular">
                  {variation.id}
                </Td>
                <Td label="SKU">{variation.sku ?? <span className="text-muted">–</span>}</Td>
                <Td label="Price" align="right">
                  <PriceText
                    price={variation.price}
                    currency={variation.currency ?? currency}
                    locale={locale}
                  />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Card>
  )
}
