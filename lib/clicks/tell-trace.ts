import { isolate } from '../isolate'
import { type Absence, parseVia } from '../routing/via'
import { endsWithOption } from '../whatsapp/ends-with-option'
import { formatNumber } from '../whatsapp/number'
import type { ClickTrace } from './trace'
import { kindSentence } from './words'

/** What happened, in whole sentences: who came, why it went where it went, where that is, and what is different today. */
export type ToldTrace = { who: string; why: string; where: string; today: string | null }

/** The parts of a trace that the story needs. */
type Trace = Pick<
  ClickTrace,
  | 'pageType'
  | 'deviceType'
  | 'visitorKind'
  | 'kindReason'
  | 'productId'
  | 'product'
  | 'itemCount'
  | 'reason'
  | 'categoryPath'
  | 'number'
  | 'numberLabel'
  | 'via'
  | 'rule'
>

export function tellTrace(trace: Trace): ToldTrace {
  return { who: tellWho(trace), why: tellWhy(trace), where: tellWhere(trace), today: tellToday(trace) }
}

/** What the click was on: a product's name with its variation, or "product 12" where the catalogue doesn't know it. */
export function nameOf({ product, productId }: Pick<Trace, 'product' | 'productId'>): string {
  if (!product) return productId ? `product ${productId}` : 'the product'
  const { name, variation } = product
  return variation && !endsWithOption(name, variation) ? `${name}, ${variation}` : name
}

function tellWho(trace: Trace): string {
  const { pageType, deviceType, itemCount, visitorKind, kindReason } = trace
  const device = deviceType === 'mobile' ? 'on a phone' : 'on a computer'
  const items = itemCount > 1 ? ` with ${itemCount} items` : ''
  const place = {
    product: `the button on the page of ${isolate(nameOf(trace))}`,
    cart: `the button of a cart${items}`,
    checkout: `the button of the checkout${items}`,
    floating: 'the floating button',
  }[pageType]
  if (visitorKind === 'human') return `Somebody pressed ${place}, ${device}.`
  return `${kindSentence(kindReason) ?? 'This was not a person'}. It was ${place}. Not counted as a click.`
}

function tellWhy(trace: Trace): string {
  const { reason, categoryPath, product, pageType, itemCount, number, via } = trace
  const name = isolate(nameOf(trace))
  const inCart = (pageType === 'cart' || pageType === 'checkout') && itemCount > 1
  const toDefault = number === null ? 'and no default number was set' : 'so the default number was used'
  switch (reason) {
    case 'rule': {
      const category = categoryPath
        ? `${name} is in ${isolate(categoryPath.join(' › '))}`
        : `${name} is in a category with a rule`
      const first = inCart ? 'Of the items in the cart the first with a rule decides: ' : ''
      const sends = wentAsUsual(via) ? `that rule sends to ${destination(trace)}` : 'that rule decided'
      const mixed = parseVia(via)?.mixed ? ' A later item has a rule that sends to another number.' : ''
      return `${first}${category}; ${sends}.${mixed}`
    }
    case 'no_rule': {
      const categories = product?.categories.map(({ path }) => isolate(path.join(' › '))) ?? []
      const listed = new Intl.ListFormat('en').format(categories)
      const found = categories.length > 0 ? `${name} is in ${listed}` : `${name} was in a category`
      const none = categories.length > 1 ? 'none of them had a rule' : 'it had no rule'
      return `${found}; ${none}${inCart ? ', and neither had those of the other items' : ''}, ${toDefault}.`
    }
    case 'no_category':
      return `${name} was in no category, ${toDefault}.`
    case 'unknown_product':
      return `The catalogue did not know ${name}, ${toDefault}.`
    case 'catalogue_away':
      return `The catalogue could not be read just then, ${toDefault}.`
    case 'bad_request':
      return `The link named no valid product, ${toDefault}.`
    case 'floating':
      return `The floating button belongs to no product, ${toDefault}.`
  }
}

function tellWhere(trace: Trace): string {
  if (trace.number === null) return 'It reached nobody: the shopper saw a page that says so.'
  const { passed = [], more = 0, taker = null } = parseVia(trace.via) ?? {}
  const away = whyAway(passed, more)
  switch (taker) {
    case 'backup':
      return `${away}, so a backup took it: ${destination(trace)}.`
    case 'default':
      return `${away}, so the default number took it: ${destination(trace)}.`
    case 'anyway':
      return `${away} and nobody else was there, so ${destination(trace)} got it all the same.`
    default:
      return `It went to ${destination(trace)}.`
  }
}

function whyAway(passed: readonly Absence[], more: number): string {
  if (passed.length + more > 1) return `${passed.length + more} numbers were closed or paused`
  return `The number it was meant for was ${passed[0] === 'paused' ? 'paused' : 'outside its hours'}`
}

/** To the rule's own number; false also for words of another version. */
function wentAsUsual(via: string | null): boolean {
  return via === null || parseVia(via)?.taker === null
}

function tellToday({ reason, rule, number, via }: Trace): string | null {
  if (reason !== 'rule') return null
  if (!rule || rule.archivedAt) return 'Since then the rule has been removed.'
  if (rule.pausedAt) return 'Today the rule is paused.'
  if (wentAsUsual(via) && rule.number.digits !== number)
    return `Today the rule sends to ${isolate(rule.number.label) || formatNumber(rule.number.digits)}.`
  return null
}

function destination({ number, numberLabel }: Trace): string {
  if (number === null) return 'nobody'
  return numberLabel ? `${isolate(numberLabel)}, ${formatNumber(number)}` : formatNumber(number)
}
