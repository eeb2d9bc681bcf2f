import type { RoutingTable, TableProduct } from '../table'

/**
 * The product whose page this is: by its address in the catalogue, else by the id in WordPress' own short forms (`?p=12`,
 * `?add-to-cart=12`). Scheme, `www.`, a trailing slash, the fragment and tracking do not matter; of several products with
 * one address, the one whose query fits, then the one that is no variation.
 */
export function findProductByPage(table: RoutingTable, page: URL): TableProduct | null {
  const wanted = keysOf(page)
  const mentions = pathMentions(page)
  let best: { product: TableProduct; rank: number } | null = null
  for (const product of table.products.values()) {
    if (!product.url || !mentions(product.url) || !URL.canParse(product.url)) continue
    const url = new URL(product.url)
    const keys = keysOf(url)
    const exact = keys.withQuery === wanted.withQuery
    // On the front page the query is all that tells products apart.
    if (!exact && (keys.plain !== wanted.plain || url.pathname === '/')) continue
    const rank = (exact ? 2 : 0) + (product.parentId === null ? 1 : 0)
    if (!best || rank > best.rank) best = { product, rank }
  }
  return best?.product ?? findByShortForm(table, page)
}

function findByShortForm(table: RoutingTable, { searchParams }: URL): TableProduct | null {
  const id = searchParams.get('p') ?? searchParams.get('add-to-cart') ?? searchParams.get('product_id')
  return table.products.get(Number(id)) ?? null
}

/** A cheap look before an address is taken apart: 20,000 of them would cost what a keystroke must not. */
function pathMentions({ pathname }: URL): (address: string) => boolean {
  const last = pathname.split('/').findLast(segment => segment !== '') ?? ''
  const plain = decoded(last)
  return address => address.includes(last) || address.includes(plain)
}

function keysOf(url: URL): { plain: string; withQuery: string } {
  const plain = `${url.host.replace(/^www\./, '')}${decoded(url.pathname).replace(/\/+$/, '')}/`
  const query = [...url.searchParams].filter(([name]) => !/^utm_|clid$/.test(name)).sort()
  return { plain, withQuery: `${plain}?${new URLSearchParams(query)}` }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // URIError: a bad escape stays as it is.
    return path
  }
}
