import { decideTarget } from '../redirect/answer'
import type { Target } from '../redirect/target'
import type { Decision } from './decide'
import type { RoutingTable, TableNumber, TableRule } from './table'
import { type Hop, walkNumbers } from './walk-numbers'

/** One category of an item, in the product's own order. `rule` may be that of a category above: see its `categoryId`. */
export type CategoryStep = {
  categoryId: number
  rule: TableRule | null
  outcome: 'decides' | 'lost' | 'no_rule'
}

export type ItemTrace = {
  productId: number
  /** False: not in the catalogue. */
  known: boolean
  steps: CategoryStep[]
}

/** How an order came to its number: every item with its categories, then every number that was asked. */
export type Trace = {
  decision: Decision
  items: ItemTrace[]
  hops: Hop[]
}

/** The redirect's own decision for a target at a moment (Unix milliseconds), and all that led there or lost. */
export function traceTarget(table: RoutingTable, target: Target, now: number): Trace {
  const decision = decideTarget(table, target, now)
  const items = target.items.map(({ id }) => traceItem(table, id, decision))
  const first = firstNumber(table, items)
  return { decision, items, hops: first ? walkNumbers(table.store, first, now).hops : [] }
}

function traceItem(table: RoutingTable, productId: number, decision: Decision): ItemTrace {
  const product = table.products.get(productId)
  let open = decision.productId === productId && decision.ruleId !== null
  const steps = (product?.categoryIds ?? []).map((categoryId): CategoryStep => {
    const rule = table.store.rules.get(categoryId) ?? null
    if (!rule) return { categoryId, rule, outcome: 'no_rule' }
    const decides = open && rule.id === decision.ruleId
    if (decides) open = false
    return { categoryId, rule, outcome: decides ? 'decides' : 'lost' }
  })
  return { productId, known: product !== undefined, steps }
}

function firstNumber({ store }: RoutingTable, items: readonly ItemTrace[]): TableNumber | null {
  const steps = items.flatMap(item => item.steps)
  return steps.find(step => step.outcome === 'decides')?.rule?.number ?? store.defaultNumber
}
