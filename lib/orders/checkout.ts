import { createHash, randomUUID } from 'node:crypto'
import type { RateLimiterMemory } from 'rate-limiter-flexible'
import type { VisitClassifier } from '../clicks/visit'
import { addressGroup } from '../redirect/address'
import {
  type Answer,
  clickOf,
  contextOf,
  jsonAnswer,
  pageAnswer,
  type RedirectRequest,
  redirectAnswer,
} from '../redirect/answer'
import { formatItems } from '../redirect/items'
import { noNumberPage, startingPage, tooLargePage } from '../redirect/pages'
import { decideBadRequest, decideCart } from '../routing/decide'
import type { RoutingTable } from '../routing/table'
import { composeLink } from '../whatsapp/link'
import { type CheckoutInput, parseForm, parseJson } from './checkout-input'
import { buildOrder, type NewOrder } from './new-order'
import type { PlacedOrder } from './save-order'

/** `body` null: it was over `maxBodyBytes` and was not read. */
export type CheckoutRequest = RedirectRequest & { body: Buffer | null }

/** A body over this is answered 413 with a plain WhatsApp link. */
export const maxBodyBytes = 64 * 1024

export type CheckoutContext = {
  table: RoutingTable | null
  visits: VisitClassifier
  now: number
  limiter: RateLimiterMemory
  /** The order placed with this key before. */
  find: (idempotencyKey: string) => Promise<PlacedOrder | null>
  /** Keeps the order: in the database, or on disk while it is away. */
  save: (order: NewOrder) => Promise<PlacedOrder & { created: boolean }>
  report: (message: string, error?: unknown) => void
}

/** `POST /go/checkout`: saves the order and sends the shopper on. Whatever fails, the shopper reaches WhatsApp. */
export async function answerCheckout(request: CheckoutRequest, context: CheckoutContext): Promise<Answer> {
  const { table, visits, now } = context
  const asJson = isJson(request)
  if (!table)
    return asJson ? failure(503, 'starting', 'Try again in a moment.') : pageAnswer(503, startingPage(), null)
  if (!request.body) return tooLarge(table, asJson, now)
  const checkout = await readCheckout(request, request.body, asJson)
  if (!checkout)
    return failure(400, 'bad_json', 'The body must be a JSON object.', {
      url: plainLink(table, now),
    })

  const productIds = checkout.items.map(item => item.id)
  const decision = productIds.length > 0 ? decideCart(table, productIds, now) : decideBadRequest(table, now)
  const target = `checkout ${formatItems(checkout.items)}`
  const visit = visits.classify({ ...request, target }, now)
  const click = clickOf({ decision, visit, pageType: 'checkout', itemCount: productIds.length, now })

  if (productIds.length === 0) {
    const url = plainLink(table, now)
    if (asJson) return failure(400, 'no_items', 'No valid item: items is [{ "id": 12, "qty": 1 }].', { url })
    return url
      ? redirectAnswer(303, url, click)
      : pageAnswer(503, noNumberPage(table.store.storeName, null), click)
  }

  const order = buildOrder({ checkout, idempotencyKey: keyOf(checkout), table, decision, now })
  const placed = await placeInTurn(order, request.address, context)
  // The same order sent again is the same tap, however long the storefront took to repeat it.
  if (placed.repeated && click.visitorKind === 'human') {
    click.visitorKind = 'duplicate'
    click.kindReason = 'repeat'
  }
  const { url, reference } = placed
  if (!url) {
    const message = 'The shop has no WhatsApp number yet. The order was saved.'
    if (asJson) return { ...failure(503, 'no_number', message, { reference }), click }
    return pageAnswer(503, noNumberPage(table.store.storeName, reference), click)
  }
  if (!asJson) return redirectAnswer(303, url, click)
  if (placed.limited)
    return failure(429, 'too_many_orders', 'Too many orders from this address. Try again in a minute.', {
      url,
    })
  return jsonAnswer(placed.created ? 201 : 200, { reference, url }, click)
}

/** A script that must not ask first (`sendBeacon`, `no-cors`) can only say `text/plain`: its body tells. */
function isJson({ header, body }: CheckoutRequest): boolean {
  return /json/i.test(header('content-type') ?? '') || /^\s*\{/.test(body?.toString('latin1', 0, 64) ?? '')
}

type Placed = PlacedOrder & { created: boolean; repeated: boolean; limited: boolean }

const placing = new Map<string, Promise<Placed>>()

/** Orders of one key one after the other: of those that come at one moment the first is a person's click, and it is saved. */
async function placeInTurn(order: NewOrder, address: string, context: CheckoutContext): Promise<Placed> {
  const key = order.idempotencyKey
  const next = () => place(order, address, context)
  const placed = placing.get(key)?.then(next, next) ?? next()
  placing.set(key, placed)
  try {
    return await placed
  } finally {
    if (placing.get(key) === placed) placing.delete(key)
  }
}

async function place(order: NewOrder, address: string, context: CheckoutContext): Promise<Placed> {
  const answered = { reference: order.reference, url: order.messageUrl, repeated: false }
  try {
    const earlier = await context.find(order.idempotencyKey)
    if (earlier) return { ...earlier, created: false, repeated: true, limited: false }
    if (!(await mayOrder(address, context.limiter))) {
      context.report(
        'Orders from one address were not saved: too many in a minute. Behind a proxy, set TRUST_PROXY',
      )
      return { ...answered, created: true, limited: true }
    }
    return { ...(await context.save(order)), repeated: false, limited: false }
  } catch (error) {
    context.report('An order could not be saved; its shopper went on to WhatsApp with it', error)
    return { ...answered, created: true, limited: false }
  }
}

async function mayOrder(address: string, limiter: RateLimiterMemory): Promise<boolean> {
  return limiter.consume(addressGroup(address)).then(
    () => true,
    () => false,
  )
}

async function readCheckout(
  request: CheckoutRequest,
  body: Buffer,
  asJson: boolean,
): Promise<CheckoutInput | null> {
  if (asJson) return parseJson(body.toString('utf8'))
  const type = request.header('content-type') ?? ''
  if (/^multipart\/form-data/i.test(type)) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
      .formData()
      .catch(() => new URLSearchParams())
    return parseForm(form)
  }
  return parseForm(new URLSearchParams(body.toString('utf8')))
}

/**
 * The storefront's key, bound to the customer: a stranger who guesses it must not be answered with somebody's name and
 * address. One too long for its column by its hash; none at all: this order is like no other.
 */
function keyOf({ idempotencyKey, customer, note }: CheckoutInput): string {
  if (!idempotencyKey) return randomUUID()
  const key = idempotencyKey.length <= 150 ? idempotencyKey : digestOf(idempotencyKey)
  const personal = [customer.name, customer.phone, customer.email, customer.address, note]
  return personal.some(text => text !== '')
    ? `${key} ${digestOf(JSON.stringify(personal)).slice(0, 32)}`
    : key
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A plain greeting to whoever stands in for the default number, for a request that names no order; null without one. */
function plainLink(table: RoutingTable, now: number): string | null {
  const { number } = decideBadRequest(table, now)
  if (!number) return null
  return composeLink({
    digits: number.digits,
    template: table.store.templates.floating,
    context: contextOf(table, []),
  }).url
}

function tooLarge(table: RoutingTable, asJson: boolean, now: number): Answer {
  const url = plainLink(table, now)
  if (asJson) return failure(413, 'too_large', 'An order may have at most 64 kB.', { url })
  return pageAnswer(413, tooLargePage(url), null)
}

function failure(status: number, code: string, message: string, more: Record<string, unknown> = {}): Answer {
  return jsonAnswer(status, { error: { code, message }, ...more }, null)
}
