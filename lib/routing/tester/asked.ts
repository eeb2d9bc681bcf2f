import { parseItems } from '../../redirect/items'
import { isRedirectPath, originForm } from '../../redirect/target'

/** What was put into the tester. `link` is the path and query of a redirect link, raw; `page` a storefront's address. */
export type Asked =
  | { kind: 'nothing' }
  | { kind: 'link'; link: string; host: string | null }
  | { kind: 'page'; page: URL }
  | { kind: 'words'; words: string }

const item = '\\d{1,16}(?:\\s*:\\s*\\d{1,6})?'
const cart = new RegExp(`^${item}(?:\\s*,\\s*${item})*,?$`)
const fullAddress = /^https?:\/\//i
const bareAddress = /^[^\s/@]+\.[^\s/@]+\/\S*$/

/**
 * A redirect link (with or without its host), the address of a page, a cart (`12:2,34:1`), else a product in words: its
 * id, or a part of its name or SKU. A bare number is a product's id, not a cart of one.
 */
export function parseAsked(text: string): Asked {
  const typed = text.trim()
  if (typed === '') return { kind: 'nothing' }
  if (isRedirectPath(typed)) return { kind: 'link', link: typed, host: null }
  if (fullAddress.test(typed) || bareAddress.test(typed)) return parseAddress(typed)
  if (/[:,]/.test(typed) && cart.test(typed)) return { kind: 'link', link: cartLink(typed), host: null }
  return { kind: 'words', words: typed }
}

function parseAddress(typed: string): Asked {
  const address = fullAddress.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(address)) return { kind: 'words', words: typed }
  const url = new URL(address)
  // The redirects read what came over the wire; a URL object would already have tidied it.
  const link = originForm(address)
  return isRedirectPath(link) ? { kind: 'link', link, host: url.host } : { kind: 'page', page: url }
}

function cartLink(typed: string): string {
  const items = parseItems(typed).map(({ id, quantity }) => `${id}:${quantity}`)
  return `/go/cart?items=${items.join(',')}`
}

/** The redirect link of a product's button. */
export function productLink(id: number): string {
  return `/go/product/${id}`
}
