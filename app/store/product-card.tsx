import Link from 'next/link'
import type { StoreProduct } from '@/lib/catalog/storefront'
import { formatMoney } from '@/lib/money'
import { ProductPicture } from './product-picture'

type Props = { product: StoreProduct; settings: { currency: string; locale: string } }

export function ProductCard({ product, settings }: Props) {
  const { id, name, imageUrl, category, price, priceFrom } = product
  const money = price && formatMoney(price, product.currency ?? settings.currency, settings.locale)
  return (
    <li>
      <Link href={`/store/product/${id}`} className="group block rounded-xl">
        <ProductPicture
          src={imageUrl}
          className="rounded-xl transition-transform duration-200 group-hover:-translate-y-0.5"
        />
        <span className="mt-3 line-clamp-2 font-medium text-base group-hover:underline">{name}</span>
        <span className="mt-0.5 flex flex-wrap justify-between gap-x-3 text-muted">
          <span className="tabular text-text">
            {money ? `${priceFrom ? 'from ' : ''}${money}` : 'Price on request'}
          </span>
          <span className="max-sm:hidden">{category}</span>
        </span>
      </Link>
    </li>
  )
}
