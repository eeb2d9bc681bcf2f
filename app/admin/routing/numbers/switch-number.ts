import { toast } from '@/components/ui/toast'
import { pauseNumberAction, resumeNumberAction } from './actions'

/** Pauses a number or lets it take orders again, and says so. */
export async function switchNumber({ id, name, paused }: { id: number; name: string; paused: boolean }) {
  const changed = await (paused ? resumeNumberAction(id) : pauseNumberAction(id))
  if (!changed) toast.error(`${name} was archived meanwhile.`)
  else if (paused) toast.success(`${name} takes orders again.`)
  else toast.success(`${name} is paused.`, { description: 'Its orders go to its backup meanwhile.' })
}
