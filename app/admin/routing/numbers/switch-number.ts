import { toast } from '@/components/ui/toast'
import { pauseNumberAction, resumeNumberAction } from './actions'
import type { NumberRow } from './number-row'

export type SwitchedNumber = Pick<NumberRow, 'id' | 'name' | 'paused' | 'backup' | 'isDefault'>

/** Pauses a number or lets it take orders again, and says what that means. */
export async function switchNumber(number: SwitchedNumber): Promise<void> {
  const { id, name, paused } = number
  const changed = await (paused ? resumeNumberAction(id) : pauseNumberAction(id))
  if (!changed) toast.error(`${name} was archived meanwhile.`)
  else if (paused) toast.success(`${name} takes orders again.`)
  else toast.success(`${name} is paused.`, { description: whileAway(number) })
}

function whileAway({ backup, isDefault }: SwitchedNumber): string {
  if (backup) return `Its orders go to ${backup.name} meanwhile.`
  return isDefault
    ? 'It is the default number and has no backup, so orders still reach it.'
    : 'Its orders go to the default number meanwhile.'
}
