import { Switch } from '@/components/ui/switch'
import { listCoveredCategories } from '@/lib/routing/covered-categories'
import type { RuleCategory } from './rule-fields'

type CoversSwitchProps = {
  categories: RuleCategory[]
  /** NaN or 0 while none is chosen. */
  categoryId: number
  checked: boolean
  onChange: (checked: boolean) => void
}

const named = 6

/** Whether the rule also acts below its category, and where that would be. */
export function CoversSwitch({ categories, categoryId, checked, onChange }: CoversSwitchProps) {
  const covered = listCoveredCategories(categories, categoryId)
  const depth = categories.find(({ id }) => id === categoryId)?.path.length ?? 0
  const names = covered.slice(0, named).map(({ path }) => path.slice(depth).join(' › '))
  const more = covered.length - names.length
  return (
    <div>
      <Switch
        name="coversSubcategories"
        checked={checked}
        onChange={event => onChange(event.target.checked)}
        label="Cover its subcategories"
        hint="Off: only products in this very category. On: also those below it; of several rules the nearest wins."
      />
      {checked && categoryId > 0 && (
        <p aria-live="polite" className="mt-1 ml-12 text-muted">
          {covered.length === 0 ? (
            'There is nothing below it that has no rule of its own.'
          ) : (
            <>
              Also covers <span className="text-text">{names.join(', ')}</span>
              {more > 0 && ` and ${more.toLocaleString()} more`}. Categories below with a rule of their own
              keep it.
            </>
          )}
        </p>
      )}
    </div>
  )
}
