import { formatMoney } from '@/lib/money'

type PriceTextProps = { price: string | null; maxPrice?: string | null; currency: string; locale: string }

/** A price, the range of a product's variations, or that there is none. */
export function PriceText({ price, maxPrice, currency, locale }: PriceTextProps) {
  if (price === null) return <span className="text-muted">No price</span>
  const low = formatMoney(price, currency, locale)
  if (!maxPrice || Number(maxPrice) <= Number(price))
    return <span className="whitespace-nowrap tabular">{low}</span>
  return (
    <span className="tabular">
      <span className="whitespace-nowrap">{low} –</span>{' '}
      <span className="whitespace-nowrap">{formatMoney(maxPrice, currency, locale)}</span>
    </span>
  )
}
