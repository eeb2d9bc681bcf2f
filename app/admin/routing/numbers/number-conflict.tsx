import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/combobox-filter'
import { hoursInWords } from '@/lib/routing/hours-in-words'
import { ConflictTable } from '../conflict-table'
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

/** Somebody else saved first: both versions side by side, and nothing is lost until one is chosen. */
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
    <Alert tone="amber" title={`${theirs.by ?? 'Somebody else'} changed this number while it was open here`}>
      <p>Nothing of yours is saved yet, and nothing is lost. Where they differ:</p>
      <ConflictTable rows={rows} paused={{ now: theirs.fields.paused === 'on', before: wasPaused }} />
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
