import type { ListedNumber } from '@/lib/routing/numbers'
import type { ListedRule } from '@/lib/routing/rules'
import { formatNumber } from '@/lib/whatsapp/number'
import { awayInWords } from './number-state'
import type { RuleRow } from './rules-filter'

type Around = {
  numbers: readonly ListedNumber[]
  /** Live products each rule decides, by rule id. */
  products: ReadonlyMap<number, number>
  timeZone: string
  /** Unix milliseconds. */
  now: number
}

export function ruleRow(rule: ListedRule, { numbers, products, timeZone, now }: Around): RuleRow {
  const { id, path, state, pausedAt, coversSubcategories, category, number } = rule
  const full = numbers.find(each => each.id === number.id)
  return {
    id,
    categoryId: category.id,
    path,
    state,
    paused: pausedAt !== null,
    coversSubcategories,
    number: {
      id: number.id,
      digits: number.digits,
      formatted: formatNumber(number.digits),
      label: number.label,
      isDemo: number.isDemo,
      away: full ? awayInWords(full, timeZone, now) : null,
    },
    products: products.get(id) ?? 0,
  }
}
