import {
  type Detail,
  fullDetail,
  itemLines,
  type MessageContext,
  type MessageItem,
  renderMessage,
} from './message'
import { placeholdersIn } from './templates'
import { encodedBytes, oneLine, shortenToBytes, wellFormed } from './text'

/** What had to be left out of the items to keep the URL short; each step includes the ones before it. */
export type Folded = 'none' | 'links' | 'prices' | 'names' | 'compact' | 'more'

export type ComposedLink = { url: string; text: string; folded: Folded }

export type LinkRequest = {
  /** International format without `+`, as stored. */
  digits: string
  template: string
  context: MessageContext
  /** The length to aim for. Reverse proxies commonly refuse headers over 4 kB, and app-share paths cut text near 2,250. */
  maxBytes?: number
  /** Never longer than this. */
  hardBytes?: number
}

const steps: { folded: Folded; detail: Detail }[] = [
  { folded: 'links', detail: { links: false, prices: true, nameLength: Number.POSITIVE_INFINITY } },
  { folded: 'prices', detail: { links: false, prices: false, nameLength: Number.POSITIVE_INFINITY } },
  { folded: 'names', detail: { links: false, prices: false, nameLength: 40 } },
  { folded: 'names', detail: { links: false, prices: false, nameLength: 24 } },
  { folded: 'names', detail: { links: false, prices: false, nameLength: 12 } },
]
const shortest: Detail = { links: false, prices: false, nameLength: 12 }

// "1 x " and a line break, percent-encoded.
const MIN_LINE_BYTES = 11
const MIN_COMPACT_BYTES = encodedBytes('1x1 ')

/**
 * The `https://wa.me/<digits>?text=…` link of an order, folded in steps until it fits. Every item and its quantity
 * stays while it fits in `hardBytes`; "+N more" is the last resort. `text` is exactly what WhatsApp will show.
 */
export function composeLink(request: LinkRequest): ComposedLink {
  const { template, context, maxBytes = 2000, hardBytes = 3500 } = request
  const showsItems = placeholdersIn(template).has('items')
  if (!showsItems || namedBytes(context.items) <= hardBytes) {
    const full = compose(request, fullDetail)
    if (full.url.length <= maxBytes) return { ...full, folded: 'none' }
    const folded = composeFolded(request, maxBytes, hardBytes)
    if (folded) return folded
  }
  return composeCompact(request, hardBytes) ?? composeShortened(request, hardBytes)
}

function composeFolded(request: LinkRequest, maxBytes: number, hardBytes: number): ComposedLink | null {
  // Where the words around the items are too long by themselves, giving up the items' names would gain nothing.
  const around = finish(request, render(request, shortest, ''))
  const target = around.url.length > maxBytes ? hardBytes : maxBytes
  if (namedBytes(request.context.items) > target && placeholdersIn(request.template).has('items')) return null
  for (const { folded, detail } of steps) {
    const link = compose(request, detail)
    if (link.url.length <= target) return { ...link, folded }
  }
  return null
}

/** No list that names its items is shorter than this; so that a long cart is not written out six times in vain. */
function namedBytes(items: readonly MessageItem[]): number {
  return items.reduce(
    (sum, { name }) => sum + MIN_LINE_BYTES + Math.min(name?.trim().length || 11, shortest.nameLength),
    0,
  )
}

/** `12 x 2` per item, or the same without spaces. */
function composeCompact(request: LinkRequest, hardBytes: number): ComposedLink | null {
  const { items } = request.context
  if (items.length * MIN_COMPACT_BYTES > hardBytes) return null
  for (const list of [items.map(spacious).join('\n'), items.map(tight).join(' ')]) {
    const link = finish(request, render(request, shortest, list))
    if (link.url.length <= hardBytes) return { ...link, folded: 'compact' }
  }
  return null
}

/** Too many items, or a note longer than any link: as many items as fit, then as much of the customer's words. */
function composeShortened(request: LinkRequest, hardBytes: number): ComposedLink {
  const { list, folded } = shortList(request, hardBytes)
  let { context } = request
  for (const field of customerFields) {
    const link = finish(request, render({ ...request, context }, shortest, list))
    const excess = link.url.length - hardBytes
    if (excess <= 0) return { ...link, folded }
    if (!context.customer) break
    const value = oneLine(context.customer[field])
    const customer = { ...context.customer, [field]: shortenToBytes(value, encodedBytes(value) - excess) }
    context = { ...context, customer }
  }
  const text = render({ ...request, context }, shortest, list)
  const room = hardBytes - linkTo(request.digits, 'x').length + 1
  return { ...finish(request, shortenToBytes(text, room)), folded }
}

/** What gives way first. The order in the admin keeps every word. */
const customerFields = ['note', 'address', 'email', 'name', 'phone'] as const

function shortList(request: LinkRequest, hardBytes: number): { list: string; folded: Folded } {
  const { context } = request
  const { items } = context
  const bare = { ...request, context: { ...context, customer: null } }
  const room = hardBytes - finish(bare, render(bare, shortest, 'x')).url.length
  const forItems = context.customer ? Math.floor((room * 2) / 3) : room
  if (namedBytes(items) <= forItems) {
    const list = itemLines(context, shortest)
    if (encodedBytes(list) <= forItems) return { list, folded: 'names' }
  }
  return takeItems(items, forItems)
}

function takeItems(items: readonly MessageItem[], maxBytes: number): { list: string; folded: Folded } {
  let room = maxBytes - encodedBytes(`+${items.length} more`)
  const taken: string[] = []
  for (const item of items) {
    const entry = tight(item)
    room -= encodedBytes(`${entry} `)
    if (room < 0) break
    taken.push(entry)
  }
  const left = items.length - taken.length
  if (left === 0) return { list: taken.join(' '), folded: 'compact' }
  return { list: [...taken, `+${left} more`].join(' '), folded: 'more' }
}

const spacious = (item: MessageItem) => `${item.id} x ${item.quantity}`
const tight = (item: MessageItem) => `${item.id}x${item.quantity}`

function compose(request: LinkRequest, detail: Detail): { url: string; text: string } {
  const showsItems = placeholdersIn(request.template).has('items')
  return finish(request, render(request, detail, showsItems ? itemLines(request.context, detail) : ''))
}

function render({ template, context }: LinkRequest, detail: Detail, items: string): string {
  return renderMessage({ template, context, detail, items })
}

function finish({ digits }: LinkRequest, message: string): { url: string; text: string } {
  const text = wellFormed(message).trim()
  return { url: linkTo(digits, text), text }
}

/** Encoded with `encodeURIComponent`, once: URLSearchParams would write `+` for a space, which some apps show. */
function linkTo(digits: string, text: string): string {
  return text === '' ? `https://wa.me/${digits}` : `https://wa.me/${digits}?text=${encodeURIComponent(text)}`
}
