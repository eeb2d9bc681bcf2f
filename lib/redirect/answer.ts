import type { Click } from '../clicks/click'
import type { Visit, VisitClassifier } from '../clicks/visit'
import { type Decision, decideBadRequest, decideCart, decideFloating, decideProduct } from '../routing/decide'
import type { RoutingTable, TableProduct } from '../routing/table'
import { uuidv7 } from '../uuid'
import { type ComposedLink, composeLink } from '../whatsapp/link'
import type { MessageContext, MessageItem } from '../whatsapp/message'
import type { CartItem } from './items'
import { Memo } from './memo'
import { noNumberPage, startingPage } from './pages'
import { readTarget, type Target } from './target'

/** A request to `/go/…`, as both doors (server.ts and the route handler) read it. */
export type RedirectRequest = {
  method: string
  /** Path and query, raw. */
  url: string
  /** A request header by its lower-case name. */
  header: (name: string) => string | undefined
  /** The client's own address; used in memory only. */
  address: string
}

export type Answer = {
  status: number
  headers: Record<string, string>
  body: string
  /** To be recorded before the answer goes out. */
  click: Click | null
}

export type RedirectContext = { table: RoutingTable | null; visits: VisitClassifier; now: number }

/** The whole redirect: what was asked, who decides, which link, who came. Never throws for any request. */
export function answer(request: RedirectRequest, { table, visits, now }: RedirectContext): Answer {
  if (!table) return pageAnswer(503, startingPage(), null)
  const { target, asked } = readTarget(request.url)
  const decision = decideTarget(table, target, now)
  const { method, header, address } = request
  const visit = visits.classify({ method, header, address, target: asked }, now)
  const click = clickOf({ decision, visit, pageType: target.pageType, itemCount: target.items.length, now })
  // Nobody tapped yet. A refusal makes the browser drop the speculation, so that the real tap reaches us.
  if (visit.visitorKind === 'prefetch') return { status: 503, headers: plainHeaders, body: '', click }
  if (!decision.number) return pageAnswer(503, noNumberPage(table.store.storeName, null), click)
  const { digits } = decision.number
  const links = linksOf(table)
  const kept = links.get(asked)
  const link =
    kept?.digits === digits
      ? kept
      : links.keep(asked, { digits, url: composeTarget(table, target, digits).url })
  return redirectAnswer(302, link.url, click)
}

type Link = { digits: string; url: string }

const written = new WeakMap<RoutingTable, Memo<Link>>()

/** The links written so far: one is a seventh of a redirect's cost. Every change makes another table, so none outlives its facts. */
function linksOf(table: RoutingTable): Memo<Link> {
  const known = written.get(table)
  if (known) return known
  const links = new Memo<Link>()
  written.set(table, links)
  return links
}

/** Where what was asked goes at this moment (Unix milliseconds). */
export function decideTarget(table: RoutingTable, target: Target, now: number): Decision {
  const [first] = target.items
  if (!target.valid) return decideBadRequest(table, now)
  if (target.pageType === 'floating') return decideFloating(table, now)
  if (target.pageType === 'product' && first) return decideProduct(table, first.id, now)
  return decideCart(
    table,
    target.items.map(item => item.id),
    now,
  )
}

/** The link and the message of what was asked, to this number. */
export function composeTarget(table: RoutingTable, target: Target, digits: string): ComposedLink {
  const { templates } = table.store
  if (target.items.length === 0) {
    return composeLink({ digits, template: templates.floating, context: contextOf(table, []) })
  }
  const template = target.pageType === 'product' ? templates.product : templates.cart
  const items = target.items.map(item => withVariation(table, item, target.variationId))
  return composeLink({ digits, template, context: contextOf(table, items) })
}

/** The chosen variation stands in for its product; an id that is not one of the product's variations is ignored. */
function withVariation(table: RoutingTable, item: CartItem, variationId: number | null): CartItem {
  const variation = variationId === null ? undefined : table.products.get(variationId)
  return variation?.parentId === item.id ? { id: variation.id, quantity: item.quantity } : item
}

/** What a message may say: the catalogue's words and prices, never the request's. */
export function contextOf(table: RoutingTable, items: readonly CartItem[]): MessageContext {
  const { store, products } = table
  const currency = currencyOf(table, items)
  return {
    store: store.storeName,
    currency,
    locale: store.locale,
    items: items.map(item => messageItem(item, products.get(item.id), currency)),
    reference: null,
    customer: null,
  }
}

/** The items' own currency where they agree on one, else the store's. */
function currencyOf({ store, products }: RoutingTable, items: readonly CartItem[]): string {
  const currencies = new Set<string>()
  for (const { id } of items) {
    const product = products.get(id)
    if (product) currencies.add(product.currency ?? store.currency)
  }
  const [currency = store.currency, another] = currencies
  return another === undefined ? currency : store.currency
}

function messageItem(item: CartItem, product: TableProduct | undefined, currency: string): MessageItem {
  const inCurrency = !product?.currency || product.currency === currency
  return {
    id: item.id,
    quantity: item.quantity,
    name: product?.name ?? null,
    variation: product?.variation ?? null,
    sku: product?.sku ?? null,
    // A price in another currency than the message's can't be added up: left out.
    price: inCurrency ? (product?.price ?? null) : null,
    url: product?.url ?? null,
  }
}

/** The row a visit leaves. */
export function clickOf(input: {
  decision: Decision
  visit: Visit
  pageType: Click['pageType']
  itemCount: number
  now: number
}): Click {
  const { decision, visit } = input
  return {
    id: uuidv7(input.now),
    occurredAt: input.now,
    productId: decision.productId,
    pageType: input.pageType,
    deviceType: visit.deviceType,
    visitorKind: visit.visitorKind,
    kindReason: visit.kindReason,
    reason: decision.reason,
    ruleId: decision.ruleId,
    categoryId: decision.categoryId,
    numberId: decision.number?.id ?? null,
    number: decision.number?.digits ?? null,
    via: decision.via,
    itemCount: input.itemCount,
  }
}

/** Nothing may be kept, indexed or told to WhatsApp about where the shopper came from. */
const plainHeaders: Record<string, string> = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
}

/** 302 after a GET, 303 after a form; never 301/308, which a browser would remember. */
export function redirectAnswer(status: 302 | 303, location: string, click: Click | null): Answer {
  const headers = {
    Location: location,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
  }
  return { status, headers, body: '', click }
}

export function pageAnswer(status: number, body: string, click: Click | null): Answer {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...plainHeaders }, body, click }
}

export function jsonAnswer(status: number, body: unknown, click: Click | null): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...crossOrigin, ...plainHeaders },
    body: JSON.stringify(body),
    click,
  }
}

/** A storefront's own script may order from another origin; no cookie is involved. */
const crossOrigin = { 'Access-Control-Allow-Origin': '*' }

/** The answer to a browser that asks whether a storefront's script may post an order. */
export const preflightAnswer: Answer = {
  status: 204,
  headers: {
    ...crossOrigin,
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
    'Access-Control-Allow-Headers': 'Content-Type',
    'Access-Control-Max-Age': '86400',
  },
  body: '',
  click: null,
}

export const methodAnswer: Answer = {
  status: 405,
  headers: { Allow: 'GET, HEAD, POST, OPTIONS', ...plainHeaders },
  body: '',
  click: null,
}
