import type { Option } from '@/components/ui/combobox-filter'
import { listNumbers } from '@/lib/routing/numbers'
import { listRuleCategories } from '@/lib/routing/rules'
import { formatNumber } from '@/lib/whatsapp/number'
import type { NumberChoice } from './number-fields'

/** Every category as a path; one that has a rule, other than the one being edited, says so and can't be chosen. */
export async function listCategoryOptions(editing: number | null): Promise<Option[]> {
  const categories = await listRuleCategories()
  return categories.map(({ id, path, ruleId }) => {
    const taken = ruleId !== null && ruleId !== editing
    return {
      value: String(id),
      label: path.join(' › '),
      disabled: taken,
      hint: taken ? 'has a rule' : undefined,
    }
  })
}

export async function listNumberChoices(): Promise<NumberChoice[]> {
  const numbers = await listNumbers()
  return numbers.map(({ digits, label }) => ({ digits, label, formatted: formatNumber(digits) }))
}
