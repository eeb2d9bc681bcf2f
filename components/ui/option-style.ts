import { cx } from './cx'

/** The look of an option in an open list; the active one is where the keys or the pointer are. */
export function optionStyle({ active, disabled }: { active: boolean; disabled?: boolean }): string {
  return cx(
    'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2.5 py-1 max-sm:min-h-11',
    active && 'bg-surface-2',
    disabled && 'cursor-not-allowed text-muted',
  )
}
