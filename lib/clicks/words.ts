import type { DeviceType, KindReason, PageType, RouteReason, VisitorKind } from '../generated/prisma/enums'

/** The click log's enums in the words a merchant reads. Pure: screens and tests load it anywhere. */

const pageTypes: Record<PageType, string> = {
  product: 'Product page',
  cart: 'Cart',
  checkout: 'Checkout',
  floating: 'Floating button',
}

const devices: Record<DeviceType, string> = { mobile: 'Mobile', desktop: 'Desktop' }

const kinds: Record<VisitorKind, string> = {
  human: 'Person',
  bot: 'Bot',
  prefetch: 'Preview',
  duplicate: 'Repeat',
  flood: 'Flood',
}

const kindReasons: Record<KindReason, string> = {
  isbot: 'A crawler or a link preview opened it, nobody tapped',
  empty_agent: 'The request named no browser, as programs do',
  head_request: 'HEAD request: the link was checked, not clicked',
  prefetch_header: 'The browser loaded the link ahead, nobody tapped',
  repeat: 'The same visitor pressed the same button within 10 seconds',
  flood: 'More than 200 clicks in 10 seconds from one visitor',
}

const reasons: Record<RouteReason, string> = {
  rule: 'A rule of its category',
  no_rule: 'No rule for its categories',
  no_category: 'Product in no category',
  unknown_product: 'Product not in the catalogue',
  catalogue_away: 'Catalogue could not be read',
  bad_request: 'No valid product in the link',
  floating: 'Floating button',
}

/** Why a click on a product went to the default number. */
export type ProductReason = Exclude<RouteReason, 'rule' | 'floating'>

const causes: Record<ProductReason, string> = {
  no_rule: 'no category of the product had a rule',
  no_category: 'the product was in no category',
  unknown_product: 'the product was not in the catalogue',
  catalogue_away: 'the catalogue could not be read',
  bad_request: 'the link named no valid product',
}

/** For sentences: "most often because the product was in no category". */
export function causeClause(reason: ProductReason): string {
  return causes[reason]
}

/** A reason by itself, for lists and filters. */
export function reasonLabel(reason: RouteReason): string {
  return reasons[reason]
}

export function pageTypeLabel(pageType: PageType): string {
  return pageTypes[pageType]
}

export function deviceLabel(deviceType: DeviceType): string {
  return devices[deviceType]
}

export function kindLabel(kind: VisitorKind): string {
  return kinds[kind]
}

/** For sentences: "most of them bots". */
export function kindPlural(kind: Exclude<VisitorKind, 'human'>): string {
  return { bot: 'bots', prefetch: 'previews', duplicate: 'repeats', flood: 'floods' }[kind]
}

/** For sentences: "clicks come from product pages". */
export function pagePlural(pageType: PageType): string {
  const plurals = { product: 'product pages', cart: 'the cart', checkout: 'the checkout' }
  return pageType === 'floating' ? 'the floating button' : plurals[pageType]
}

/** Why a visit was not counted, as a sentence without a full stop; null where it was. */
export function kindSentence(reason: KindReason | null): string | null {
  return reason && kindReasons[reason]
}

/**
 * Why a click or an order went to its number, as a sentence without a full stop.
 * `categoryName` is the rule's category; `number` null means there was no number to send it to.
 */
export function reasonSentence(click: {
  reason: RouteReason
  pageType: PageType
  categoryName: string | null
  number: string | null
}): string {
  if (click.reason === 'rule')
    return click.categoryName ? `Rule for ${click.categoryName}` : 'Rule for its category'
  const why = defaultReason(click.reason, click.pageType === 'cart' || click.pageType === 'checkout')
  return `${why}, ${click.number === null ? 'and no default number was set' : 'so the default number'}`
}

function defaultReason(reason: Exclude<RouteReason, 'rule'>, fromCart: boolean): string {
  switch (reason) {
    case 'no_rule':
      return fromCart ? 'No rule for any item' : 'No rule for its categories'
    case 'no_category':
      return fromCart ? 'No item in a category with a rule' : 'Product is in no category'
    case 'unknown_product':
      return fromCart ? 'First item not in the catalogue' : 'Product not in the catalogue'
    case 'catalogue_away':
      return 'Catalogue could not be read'
    case 'bad_request':
      return fromCart ? 'No valid item in the link' : 'No valid product in the link'
    case 'floating':
      return 'Floating button'
  }
}
