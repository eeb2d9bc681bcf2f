import { EditConflict } from './edit-conflict'
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

/** Both versions of a rule that somebody else saved first, field by field. */
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
    <EditConflict
      of="rule"
      by={by}
      rows={rows}
      paused={{ now: fields.paused === 'on', before: wasPaused }}
      onChoose={take => onChoose(saved, take)}
    />
  )
}
