import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import { IntentLink } from '@/components/ui/intent-link'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import { Thumbnail } from '@/components/ui/thumbnail'
import { type Destinations, decideDestination } from '@/lib/catalog/destination'
import type { ListedProduct } from '@/lib/catalog/list-products'
import { CategoryBadges } from './category-badges'
import { DestinationText } from './destination-text'
import { PriceText } from './price-text'
import { redirectLink } from './product-links'

type ProductsTableProps = {
  products: ListedProduct[]
  paths: ReadonlyMap<number, string[]>
  destinations: Destinations
  currency: string
  locale: string
  publicUrl: string
}

export function ProductsTable({ products, ...shared }: ProductsTableProps) {
  return (
    <Table>
      <Thead>
        <Th>Product</Th>
        <Th>Categories, in order</Th>
        <Th>Orders go to</Th>
        <Th align="right">Price</Th>
        <Th>
          <span className="sr-only">Redirect link</span>
        </Th>
      </Thead>
      <Tbody>
        {products.map(product => (
          <ProductRow key={product.id} product={product} {...shared} />
        ))}
      </Tbody>
    </Table>
  )
}

type ProductRowProps = Omit<ProductsTableProps, 'products'> & { product: ListedProduct }

function ProductRow({ product, paths, destinations, currency, locale, publicUrl }: ProductRowProps) {
  const { number, categoryId, reason } = decideDestination(destinations, product.categoryIds)
  const categories = product.categoryIds.map(id => ({ id, path: paths.get(id) ?? [] }))
  return (
    <Tr>
      <Td className="max-sm:pb-2">
        <ProductName product={product} />
      </Td>
      <Td label="Categories">
        <CategoryBadges categories={categories} winner={categoryId} />
      </Td>
      <Td label="Orders go to">
        <DestinationText number={number} byRule={reason === 'rule'} />
      </Td>
      <Td label="Price" align="right">
        <PriceText
          price={product.price}
          maxPrice={product.maxPrice}
          currency={product.currency ?? currency}
          locale={locale}
        />
      </Td>
      <Td label="Redirect link" align="right">
        <CopyButton
          value={redirectLink(publicUrl, product.id)}
          label={`Copy the redirect link of ${product.name}`}
          iconOnly
        />
      </Td>
    </Tr>
  )
}

function ProductName({ product }: { product: ListedProduct }) {
  const { id, name, sku, imageUrl, isDemo, variations } = product
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Thumbnail src={imageUrl} name={name} />
      <span className="flex min-w-0 flex-col">
        <span className="flex min-w-0 items-center gap-2">
          <IntentLink
            href={`/admin/products/${id}`}
            title={name}
            className="max-w-72 truncate font-medium underline-offset-4 hover:underline max-xl:max-w-48 max-sm:max-w-56"
          >
            {name}
          </IntentLink>
          {isDemo && (
            <span className="flex sm:max-xl:hidden">
              <Badge tone="amber">Demo</Badge>
            </span>
          )}
        </span>
        <span className="truncate text-muted text-xs tabular">
          {[`ID ${id}`, sku, variations > 0 && `${variations} variation${variations === 1 ? '' : 's'}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </span>
  )
}
