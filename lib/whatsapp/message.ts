import { isolate } from '../isolate'
import { formatMoney, multiplyMoney, totalMoney } from '../money'
import { endsWithOption } from './ends-with-option'
import { placeholdersIn, renderTemplate, type TemplateValues } from './templates'
import { oneLine, shorten } from './text'

export type MessageItem = {
  id: number
  /** null: not in the catalogue. */
  name: string | null
  variation: string | null
  sku: string | null
  /** Of one piece, a decimal string; null when not known. */
  price: string | null
  url: string | null
  quantity: number
}

type MessageCustomer = { name: string; phone: string; email: string; address: string; note: string }

export type MessageContext = {
  store: string
  currency: string
  locale: string
  items: readonly MessageItem[]
  reference: string | null
  customer: MessageCustomer | null
}

/** How much of each item a message says; `nameLength` in characters. */
export type Detail = { links: boolean; prices: boolean; nameLength: number }

export const fullDetail: Detail = { links: true, prices: true, nameLength: Number.POSITIVE_INFINITY }

/** The message for this template, with the item list as given (one string, however it was folded). */
export function renderMessage(options: {
  template: string
  context: MessageContext
  detail: Detail
  items: string
}): string {
  const { template, context, detail, items } = options
  return renderTemplate(template, valuesFor({ uses: placeholdersIn(template), context, detail, items }))
}

/** One line per item: `2 x Blue mug (Large) - £36.00 - SKU MUG-B`, its link below. The price is the line's. */
export function itemLines(context: MessageContext, detail: Detail): string {
  return context.items.map(item => itemLine(item, context, detail)).join('\n')
}

function itemLine(item: MessageItem, context: MessageContext, detail: Detail): string {
  let line = `${item.quantity} x ${isolate(nameOf(item, detail))}`
  const variation = item.variation ? oneLine(item.variation) : ''
  if (variation && !endsWithOption(item.name, variation))
    line += ` (${isolate(shorten(variation, detail.nameLength))})`
  if (detail.prices && item.price !== null)
    line += ` - ${money(multiplyMoney(item.price, item.quantity), context)}`
  if (detail.links && item.sku) line += ` - SKU ${oneLine(item.sku)}`
  if (detail.links && item.url) line += `\n${oneLine(item.url)}`
  return line
}

function nameOf(item: MessageItem, detail: Detail): string {
  const name = item.name === null ? '' : oneLine(item.name)
  return name === '' ? `Product ${item.id}` : shorten(name, detail.nameLength)
}

/** The option, empty where the name that stands beside it ends with it. */
function optionOf(item: MessageItem, named: boolean, detail: Detail): string {
  const variation = item.variation ? oneLine(item.variation) : ''
  return named && endsWithOption(item.name, variation) ? '' : shorten(variation, detail.nameLength)
}

function money(amount: string, context: MessageContext): string {
  // A no-break space is twice as long as a space in a URL and does nothing in a chat.
  return formatMoney(amount, context.currency, context.locale).replace(/[\u00a0\u202f]/g, ' ')
}

function valuesFor(options: {
  uses: ReturnType<typeof placeholdersIn>
  context: MessageContext
  detail: Detail
  items: string
}): TemplateValues {
  const { uses, context, detail, items } = options
  const { customer } = context
  const first = context.items[0]
  const total = uses.has('total') && first ? totalMoney(context.items) : null
  return {
    product: first ? nameOf(first, detail) : '',
    price: uses.has('price') && first?.price ? money(first.price, context) : '',
    quantity: uses.has('quantity') && first ? String(quantityOf(context.items)) : '',
    variation: first ? optionOf(first, uses.has('product'), detail) : '',
    sku: detail.links && first?.sku ? oneLine(first.sku) : '',
    url: detail.links && first?.url ? oneLine(first.url) : '',
    items,
    total: total === null ? '' : money(total, context),
    reference: context.reference ?? '',
    name: customer ? oneLine(customer.name) : '',
    phone: customer ? oneLine(customer.phone) : '',
    email: customer ? oneLine(customer.email) : '',
    address: customer ? oneLine(customer.address) : '',
    note: customer ? oneLine(customer.note) : '',
    store: isolate(oneLine(context.store)),
  }
}

function quantityOf(items: readonly MessageItem[]): number {
  return items.reduce((sum, item) => sum + item.quantity, 0)
}
