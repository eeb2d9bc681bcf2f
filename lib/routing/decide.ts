import type { RouteReason } from '../generated/prisma/enums'
import type { Destination, RoutingTable, StoreFacts } from './table'

/** Why an order goes where it goes. `productId` is the product the click is filed under: 0 floating, null none. */
export type Decision = {
  number: Destination | null
  reason: RouteReason
  ruleId: number | null
  categoryId: number | null
  productId: number | null
}

/** As much of the routing table as one product's decision needs; a product form has it before the product is saved. */
type ProductFacts = {
  readonly store: Pick<StoreFacts, 'rules' | 'defaultNumber'>
  readonly products: { get(id: number): { readonly categoryIds: readonly number[] } | undefined }
}

/**
 * A product's categories are tried in the product's own order; the first with an active rule wins.
 * No match, no categories or an unknown product: the default number, which may be null when none is set.
 */
export function decideProduct(table: ProductFacts, productId: number): Decision {
  const { rules, defaultNumber } = table.store
  const product = table.products.get(productId)
  if (!product) return byDefault(defaultNumber, 'unknown_product', productId)
  for (const categoryId of product.categoryIds) {
    const rule = rules.get(categoryId)
    if (rule) return { number: rule.number, reason: 'rule', ruleId: rule.id, categoryId, productId }
  }
  return byDefault(defaultNumber, product.categoryIds.length === 0 ? 'no_category' : 'no_rule', productId)
}

/** First item wins: the first item, in sequence, that a rule applies to decides for the whole cart. */
export function decideCart(table: RoutingTable, productIds: readonly number[]): Decision {
  let first: Decision | null = null
  for (const productId of productIds) {
    const decision = decideProduct(table, productId)
    if (decision.reason === 'rule') return decision
    first ??= decision
  }
  return first ?? decideBadRequest(table)
}

/** The floating button names no product: the default number, product 0. */
export function decideFloating(table: RoutingTable): Decision {
  return byDefault(table.store.defaultNumber, 'floating', 0)
}

/** A request that names nothing usable still reaches the shop. */
export function decideBadRequest(table: RoutingTable): Decision {
  return byDefault(table.store.defaultNumber, 'bad_request', null)
}

function byDefault(number: Destination | null, reason: RouteReason, productId: number | null): Decision {
  return { number, reason, ruleId: null, categoryId: null, productId }
}
