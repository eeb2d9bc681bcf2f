import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { currentSettings } from '@/app/current-settings'
import { findStoreProduct, type StoreProduct } from '@/lib/catalog/storefront'
import { formatMoney } from '@/lib/money'
import { parseProductId, parseQuantity } from '@/lib/redirect/items'
import { ProductChoice } from './product-choice'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ variation?: string | string[]; quantity?: string | string[] }>
}

/** One read for the page and its title. */
const findProduct = cache(async (id: string): Promise<StoreProduct | null> => {
  const productId = parseProductId(id)
  return productId === null ? null : findStoreProduct(productId)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findProduct((await params).id))?.name }
}

export default async function ProductPage({ params, searchParams }: Props) {
  const { id } = await params
  const { variation, quantity } = await searchParams
  const [settings, product] = await Promise.all([currentSettings(), findProduct(id)])
  if (!product) notFound()
  const currency = product.currency ?? settings.currency
  const money = (price: string | null) =>
    price === null ? 'Price on request' : formatMoney(price, currency, settings.locale)
  const asked = [String(variation), id].map(parseProductId)
  const chosen = product.variations.find(each => asked.includes(each.id)) ?? product.variations[0]
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-5 text-muted max-md:-mt-3">
        <Link href="/store" className="hover:text-text hover:underline">
          All products
        </Link>
        {product.category && <span> / {product.category}</span>}
      </nav>
      <ProductChoice
        product={{
          id: product.id,
          name: product.name,
          price: money(product.price),
          imageUrl: product.imageUrl,
        }}
        variations={product.variations.map(each => ({ ...each, price: money(each.price) }))}
        initial={{
          variationId: chosen?.id ?? null,
          quantity: Math.min(99, parseQuantity(String(quantity)) ?? 1),
        }}
      />
    </>
  )
}
