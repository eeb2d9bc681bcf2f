import type { ProductQuery } from '@/lib/catalog/list-products'

/** The address of the product list with these filters. */
export function productsHref(
  query: Partial<Record<keyof ProductQuery, string | number | undefined>>,
): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text ? `/admin/products?${text}` : '/admin/products'
}

/** What a storefront's button links to. */
export function redirectLink(publicUrl: string, productId: number): string {
  return `${publicUrl}/go/product/${productId}`
}
