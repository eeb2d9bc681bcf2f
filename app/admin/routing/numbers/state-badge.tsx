import { Badge } from '@/components/ui/badge'
import type { NumberState } from '../number-state'

/** Whether a number takes orders now. Closed is no fault: its backup does. */
export function StateBadge({ state, hours }: { state: NumberState; hours: string }) {
  return (
    <Badge tone={state.kind === 'open' ? 'green' : 'neutral'} title={hours}>
      {state.words}
    </Badge>
  )
}
