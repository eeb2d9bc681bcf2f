import type { Option } from '@/components/ui/combobox-filter'
import type { RoutingNode } from '@/lib/routing/tree'

/** What stands in the rule form; `number` as it is typed. */
export type RuleFields = {
  categoryId: string
  number: string
  label: string
  coversSubcategories: boolean
}

/** A category as the rule form knows it; `own` is the rule it has. */
export type RuleCategory = Pick<RoutingNode, 'id' | 'parentId' | 'path' | 'own'>

/** Every category with the path to it; one that has a rule, other than the one being edited, can't be chosen. */
export function ruleCategoryOptions(categories: readonly RuleCategory[], editing: number | null): Option[] {
  return categories.map(({ id, path, own }) => {
    const taken = own !== null && own.id !== editing
    return {
      value: String(id),
      label: path.at(-1) ?? '',
      above: path.slice(0, -1).join(' › '),
      disabled: taken,
      hint: taken ? 'has a rule' : undefined,
    }
  })
}
