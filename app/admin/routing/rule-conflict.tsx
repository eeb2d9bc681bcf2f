import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ConflictTable } from './conflict-table'
import type { NumberChoice } from './number-fields'
import type { RuleCategory, RuleFields } from './rule-fields'
import type { SaveState } from './save-state'

type RuleConflictProps = {
  theirs: NonNullable<SaveState['theirs']>
  mine: RuleFields
  wasPaused: boolean
  categories: RuleCategory[]
  choices: NumberChoice[]
  onChoose: (theirs: RuleFields, take: 'mine' | 'theirs') => void
}

/** Somebody else saved first: both versions side by side, and nothing is lost until one is chosen. */
export function RuleConflict({ theirs, mine, wasPaused, categories, choices, onChoose }: RuleConflictProps) {
  const { fields, by } = theirs
  const saved: RuleFields = {
    categoryId: fields.categoryId ?? '',
    number: fields.number ?? '',
    label: fields.label ?? '',
    coversSubcategories: fields.coversSubcategories === 'on',
  }
  const category = (id: string) => categories.find(each => String(each.id) === id)?.path.join(' › ') ?? '–'
  const number = ({ number: typed, label }: RuleFields) =>
    [choices.find(({ digits }) => digits === typed.replace(/\D/g, ''))?.label ?? label, typed]
      .filter(Boolean)
      .join(' · ')
  const rows = [
    { name: 'Category', theirs: category(saved.categoryId), mine: category(mine.categoryId) },
    { name: 'Number', theirs: number(saved), mine: number(mine) },
    {
      name: 'Subcategories',
      theirs: saved.coversSubcategories ? 'Covered' : 'Not covered',
      mine: mine.coversSubcategories ? 'Covered' : 'Not covered',
    },
  ]
  return (
    <Alert tone="amber" title={`${by ?? 'Somebody else'} changed this rule while it was open here`}>
      <p>Nothing of yours is saved yet, and nothing is lost. Where they differ:</p>
      <ConflictTable rows={rows} paused={{ now: fields.paused === 'on', before: wasPaused }} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onChoose(saved, 'mine')}>
          Go on with mine
        </Button>
        <Button size="sm" onClick={() => onChoose(saved, 'theirs')}>
          Take theirs
        </Button>
      </div>
    </Alert>
  )
}
