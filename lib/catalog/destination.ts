import { decideProduct } from '../routing/decide'
import type { StoreFacts } from '../routing/table'

/** The numbers orders can go to, in a shape that reaches the browser: what a product form needs to say where orders go. */
export type Destinations = {
  rules: { id: number; categoryId: number; numberId: number }[]
  defaultNumberId: number | null
  numbers: { id: number; digits: string; label: string; isDemo: boolean }[]
}

/** Where the orders of a product with these categories, in this order, go; decided by the redirect's own function. */
export function decideDestination(
  { rules, numbers, defaultNumberId }: Destinations,
  categoryIds: readonly number[],
) {
  const byId = new Map(numbers.map(number => [number.id, number]))
  const store: Pick<StoreFacts, 'rules' | 'defaultNumber'> = {
    rules: new Map(
      rules.flatMap(rule => {
        const number = byId.get(rule.numberId)
        return number ? [[rule.categoryId, { id: rule.id, number }] as const] : []
      }),
    ),
    defaultNumber: (defaultNumberId !== null && byId.get(defaultNumberId)) || null,
  }
  const { number, categoryId, reason } = decideProduct(
    { store, products: { get: () => ({ categoryIds }) } },
    1,
  )
  return { number: (number && byId.get(number.id)) ?? null, categoryId, reason }
}
