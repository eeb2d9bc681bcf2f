import type { RouteReason } from '../generated/prisma/enums'
import type { Destination, RoutingTable, StoreFacts, TableNumber, TableProduct, TableRule } from './table'
import { type Absence, formatVia } from './via'
import { stateOf, walkNumbers } from './walk-numbers'

/** Why an order goes where it goes. `productId` is the product the click is filed under: 0 floating, null none. */
export type Decision = {
  number: Destination | null
  reason: RouteReason
  ruleId: number | null
  /** The rule's own category: the product's, or one above it that the rule covers. */
  categoryId: number | null
  productId: number | null
  /** What came between the rule's number and this one (via.ts); null: nothing. */
  via: string | null
}

/** A product's categories are tried in the product's own order; the first with an active rule wins. */
export function findRule<Rule>(
  rules: ReadonlyMap<number, Rule>,
  categoryIds: readonly number[],
): Rule | null {
  for (const categoryId of categoryIds) {
    const rule = rules.get(categoryId)
    if (rule) return rule
  }
  return null
}

/**
 * Where a product's order goes at this moment (Unix milliseconds): to the number of its rule; without one, or for an
 * unknown product, to the default number, which may be null when none is set. A number that is paused or closed hands on
 * to its backup, see `walkNumbers`.
 */
export function decideProduct(table: RoutingTable, productId: number, now: number): Decision {
  const product = table.products.get(productId)
  const rule = product ? findRule(table.store.rules, product.categoryIds) : null
  if (rule) return byRule(table.store, { rule, productId, rival: null, now })
  return byDefault(table.store, { reason: whyNoRule(product), productId, now })
}

/** First item wins: the first item, in sequence, that a rule applies to decides for the whole cart. */
export function decideCart(table: RoutingTable, productIds: readonly number[], now: number): Decision {
  const { store, products } = table
  let decider: { rule: TableRule; productId: number } | null = null
  for (const productId of productIds) {
    const product = products.get(productId)
    const rule = product ? findRule(store.rules, product.categoryIds) : null
    if (!rule) continue
    if (!decider) decider = { rule, productId }
    else if (rule.number.id !== decider.rule.number.id) return byRule(store, { ...decider, rival: rule, now })
  }
  if (decider) return byRule(store, { ...decider, rival: null, now })
  const [first] = productIds
  if (first === undefined) return decideBadRequest(table, now)
  return byDefault(store, { reason: whyNoRule(products.get(first)), productId: first, now })
}

/** The floating button names no product: the default number, product 0. */
export function decideFloating(table: RoutingTable, now: number): Decision {
  return byDefault(table.store, { reason: 'floating', productId: 0, now })
}

/** A request that names nothing usable still reaches the shop. */
export function decideBadRequest(table: RoutingTable, now: number): Decision {
  return byDefault(table.store, { reason: 'bad_request', productId: null, now })
}

function whyNoRule(product: TableProduct | undefined): RouteReason {
  if (!product) return 'unknown_product'
  return product.categoryIds.length === 0 ? 'no_category' : 'no_rule'
}

/** `rival`: a rule of a later item, to another number. */
type ByRule = { rule: TableRule; productId: number; rival: TableRule | null; now: number }

function byRule(store: StoreFacts, { rule, productId, rival, now }: ByRule): Decision {
  const { number, via } = handOn(store, rule.number, { rivalRuleId: rival?.id ?? null, now })
  return { number, reason: 'rule', ruleId: rule.id, categoryId: rule.categoryId, productId, via }
}

type ByDefault = { reason: RouteReason; productId: number | null; now: number }

function byDefault(store: StoreFacts, { reason, productId, now }: ByDefault): Decision {
  const { number, via } = store.defaultNumber
    ? handOn(store, store.defaultNumber, { rivalRuleId: null, now })
    : nowhere
  return { number, reason, ruleId: null, categoryId: null, productId, via }
}

const nowhere = { number: null, via: null }

const straight = { passed: [], taker: null }

type HandOn = { rivalRuleId: number | null; now: number }

function handOn(store: StoreFacts, first: TableNumber, { rivalRuleId, now }: HandOn) {
  // Nearly always: nothing is made for a number that is simply there.
  if (stateOf(first, now) === 'open') {
    return { number: first, via: rivalRuleId === null ? null : formatVia({ rivalRuleId, ...straight }) }
  }
  const { hops, number, taker } = walkNumbers(store, first, now)
  const passed = hops.flatMap(({ state }): Absence[] => (state === 'open' ? [] : [state]))
  return { number, via: formatVia({ rivalRuleId, passed, taker }) }
}
