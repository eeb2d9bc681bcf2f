import type { Option } from '@/components/ui/combobox-filter'
import { hoursInWords } from '@/lib/routing/hours-in-words'
import { EditConflict } from '../edit-conflict'
import type { SaveState } from '../save-state'
import { hoursOf } from './hours-draft'
import { fieldsOfTexts, type NumberFormFields } from './number-form-fields'

type NumberConflictProps = {
  theirs: NonNullable<SaveState['theirs']>
  mine: NumberFormFields
  wasPaused: boolean
  backups: Option[]
  onChoose: (theirs: NumberFormFields, take: 'mine' | 'theirs') => void
}

/** Both versions of a number that somebody else saved first, field by field. */
export function NumberConflict({ theirs, mine, wasPaused, backups, onChoose }: NumberConflictProps) {
  const saved = fieldsOfTexts(theirs.fields)
  const backup = (id: string) => backups.find(({ value }) => value === id)?.label ?? 'None'
  const hours = ({ week }: NumberFormFields) => hoursInWords(week && hoursOf(week))
  const zone = ({ timeZone }: NumberFormFields) => timeZone.replaceAll('_', ' ') || 'The shop’s'
  const rows = [
    { name: 'Label', theirs: saved.label, mine: mine.label },
    { name: 'Number', theirs: saved.number, mine: mine.number },
    { name: 'Backup', theirs: backup(saved.backupNumberId), mine: backup(mine.backupNumberId) },
    { name: 'Hours', theirs: hours(saved), mine: hours(mine) },
    { name: 'Time zone', theirs: zone(saved), mine: zone(mine) },
  ]
  return (
    <EditConflict
      of="number"
      by={theirs.by}
      rows={rows}
      paused={{ now: theirs.fields.paused === 'on', before: wasPaused }}
      onChoose={take => onChoose(saved, take)}
    />
  )
}
