import { z } from 'zod'
import { matcher } from '@/components/ui/combobox-filter'

/** A rule as the list shows it. */
export type RuleRow = {
  id: number
  categoryId: number
  /** From the top of the tree down to the category itself. */
  path: string[]
  state: 'active' | 'paused' | 'category_archived'
  paused: boolean
  coversSubcategories: boolean
  /** `away`: takes no orders now, in a word; its backup does. */
  number: {
    id: number
    digits: string
    formatted: string
    label: string
    isDemo: boolean
    away: string | null
  }
  /** Live products it decides. */
  products: number
}

export const rulesQuery = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  number: z.coerce.number().int().positive().nullable().catch(null).default(null),
  state: z.enum(['', 'active', 'paused', 'category_archived']).catch('').default(''),
})

export type RulesQuery = z.output<typeof rulesQuery>

/** Every word of `q` is in the path, the label or the digits; case and accents do not matter. */
export function filterRules(rules: readonly RuleRow[], { q, number, state }: RulesQuery): RuleRow[] {
  const matches = matcher(q)
  return rules.filter(
    rule =>
      (number === null || rule.number.id === number) &&
      (state === '' || rule.state === state) &&
      matches(`${rule.path.join(' ')} ${rule.number.label} ${rule.number.formatted} ${rule.number.digits}`),
  )
}

/** The list with these filters. */
export function rulesHref({ q, number, state }: RulesQuery): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (number !== null) params.set('number', String(number))
  if (state) params.set('state', state)
  return params.size > 0 ? `/admin/routing?${params}` : '/admin/routing'
}
