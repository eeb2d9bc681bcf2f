import type { Target } from '../../redirect/target'
import { nextOpening } from '../hours'
import { minuteOfWeek } from '../local-time'
import type { RoutingTable } from '../table'
import type { CategoryStep, ItemTrace } from '../trace'
import type { Hop } from '../walk-numbers'
import type { NamedNumber, Names } from './names'

/** A category of an item. `paused` and `archived` say why a rule that is there did not act; `lost`: something decided first. */
export type StepExplanation = {
  categoryId: number
  path: string[]
  outcome: 'decides' | 'lost' | 'paused' | 'archived' | 'no_rule'
  rule: { id: number; number: NamedNumber } | null
  /** Where the rule stands, when it is a category above that covers this one. */
  coveredBy: string[] | null
}

export type ItemExplanation = {
  productId: number
  quantity: number
  /** Null: not in the catalogue. */
  name: string | null
  variation: string | null
  steps: StepExplanation[]
}

/** A number that was asked. `opens` is the minute of its week (Monday 00:00 is 0) at which it opens next, `clock` the one it is there. */
export type NumberStep = {
  number: NamedNumber
  role: Hop['role']
  state: Hop['state']
  timeZone: string
  clock: number
  opens: number | null
}

export function explainItems(options: {
  items: readonly ItemTrace[]
  target: Target
  table: RoutingTable
  names: Names
}): ItemExplanation[] {
  const { items, target, table, names } = options
  return items.map(({ productId, steps }, index) => {
    const product = table.products.get(productId)
    return {
      productId,
      quantity: target.items[index]?.quantity ?? 1,
      name: product?.name ?? null,
      variation: product?.variation ?? null,
      steps: steps.map(step => explainStep(step, names)),
    }
  })
}

function explainStep({ categoryId, rule, outcome }: CategoryStep, names: Names): StepExplanation {
  const category = names.categories.get(categoryId)
  const path = category?.path ?? [`#${categoryId}`]
  if (rule) {
    const coveredBy =
      rule.categoryId === categoryId ? null : (names.categories.get(rule.categoryId)?.path ?? null)
    const number = nameOf(rule.number, names)
    return { categoryId, path, outcome, rule: { id: rule.id, number }, coveredBy }
  }
  const idle = category?.rule
  const number = idle && names.numbers.get(idle.numberId)
  if (!idle || !number) return { categoryId, path, outcome: 'no_rule', rule: null, coveredBy: null }
  const why = category.archived ? 'archived' : 'paused'
  return { categoryId, path, outcome: why, rule: { id: idle.id, number }, coveredBy: null }
}

export function explainHops(options: { hops: readonly Hop[]; names: Names; now: number }): NumberStep[] {
  const { hops, names, now } = options
  return hops.map(({ number, role, state }) => {
    const clock = minuteOfWeek(number.timeZone, now)
    const opens = state === 'hours' && number.hours ? nextOpening(number.hours, clock) : null
    return { number: nameOf(number, names), role, state, timeZone: number.timeZone, clock, opens }
  })
}

/** A number may have been archived in the moment between the table and the names. */
function nameOf(number: { id: number; digits: string }, names: Names): NamedNumber {
  return names.numbers.get(number.id) ?? { id: number.id, digits: number.digits, label: '', isDemo: false }
}
