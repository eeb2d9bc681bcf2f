import type { PageType } from '../generated/prisma/enums'
import { ownCopy } from '../own-copy'
import { type CartItem, formatItems, parseItems, parseProductId, parseQuantity } from './items'
import { Memo } from './memo'

/** What a redirect route was asked for. `valid` false: it names nothing usable, the default number answers. */
export type Target = {
  pageType: PageType
  valid: boolean
  items: CartItem[]
  /** A variation's id as asked for; whether it belongs to the product only the catalogue knows. */
  variationId: number | null
}

const known = new Memo<{ target: Target; asked: string }>()

/** What a `/go/…` request asks for, and the same in one canonical form: two requests for the same thing give the same text. */
export function readTarget(url: string): { readonly target: Target; readonly asked: string } {
  const read = known.get(url)
  if (read) return read
  const target = parseTarget(url)
  return known.keep(url, { target, asked: formatTarget(target) })
}

/**
 * Reads the path and query of a `/go/…` request, raw as it came over the wire. Repeated and trailing slashes do not
 * matter; a bad escape or an unknown path is an unusable target, never an error.
 */
export function parseTarget(url: string): Target {
  const path = pathOf(url)
  const [, route, id, ...rest] = segmentsOf(path)
  const query = path === url ? noQuery : new URLSearchParams(url.slice(path.length + 1))
  if (route === 'product') {
    const productId = rest.length > 0 ? null : parseProductId(id?.trim())
    if (productId === null) return unusable('product')
    const quantity = parseQuantity(query.get('qty')?.trim()) ?? 1
    const variationId = parseProductId(query.get('variation')?.trim())
    return { pageType: 'product', valid: true, items: [{ id: productId, quantity }], variationId }
  }
  if (route === 'cart' && id === undefined) {
    const items = parseItems(query.get('items'))
    return { pageType: 'cart', valid: items.length > 0, items, variationId: null }
  }
  if (route === 'chat' && id === undefined) return { ...unusable('floating'), valid: true }
  return unusable(route === 'cart' || route === 'checkout' ? route : 'floating')
}

/** The path and query of an address in full, which a server must understand too (RFC 9112, 3.2.2); its host means nothing here. */
export function originForm(url: string): string {
  const full = /^https?:\/\/[^/?#]*(.*)$/i.exec(url)
  if (!full) return url
  const rest = ownCopy(full[1] ?? '')
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** Whether a path is the redirects': `/go` and everything below it, however many slashes lead. */
export function isRedirectPath(url: string): boolean {
  return /^\/+go([/?]|$)/.test(url)
}

/** Whether a path is the checkout's, however it is written. */
export function isCheckout(url: string): boolean {
  const [go, route, ...rest] = segmentsOf(pathOf(url))
  return go === 'go' && route === 'checkout' && rest.length === 0
}

function formatTarget(target: Target): string {
  return `${target.pageType} ${target.variationId ?? ''} ${formatItems(target.items)}`
}

function unusable(pageType: PageType): Target {
  return { pageType, valid: false, items: [], variationId: null }
}

const noQuery = new URLSearchParams()

/** An address up to its query. */
export function pathOf(url: string): string {
  const mark = url.indexOf('?')
  return mark < 0 ? url : url.slice(0, mark)
}

function segmentsOf(path: string): string[] {
  const segments = path.split('/').filter(segment => segment !== '' && segment !== '.')
  if (!path.includes('%')) return segments
  try {
    return segments.map(decodeURIComponent)
  } catch {
    // URIError: a bad escape. Keep what was typed; it will not parse as an id.
    return segments
  }
}

/** `..` and its encoded kin, which would lead out of `/go`. */
const upwards = /\/(\.\.|%2e|\.%2e|%2e\.|%2e%2e)(?=\/|$)/gi

/**
 * The same address with plain slashes and without bad escapes or ways up, for Next.js alone: it answers those 308, 500
 * or with another page before any code of ours runs.
 */
export function plainUrl(url: string): string {
  const path = pathOf(url)
  const plain = path.replace(/\/+/g, '/').replaceAll('\\', '%5C').replace(upwards, '/%252E')
  return (isDecodable(plain) ? plain : plain.replaceAll('%', '%25')) + url.slice(path.length)
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
