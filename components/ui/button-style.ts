import { cx } from './cx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent shadow-card hover:bg-accent-hover',
  secondary: 'border-border-strong bg-surface text-text shadow-card hover:bg-surface-2',
  ghost: 'border-transparent text-text hover:bg-surface-2',
  danger: 'border-red/40 bg-surface text-red shadow-card hover:bg-red-soft',
}

/** On phones every button is at least 40 px tall. */
const sizes: Record<ButtonSize, string> = {
  sm: 'h-8 px-2.5 max-sm:h-10 max-sm:px-3',
  md: 'h-9 px-3.5 max-sm:h-11 max-sm:px-4',
}

/** What a button looks like; shared by buttons and links. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return cx(
    'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md border font-medium text-sm',
    'transition-colors disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
    className,
  )
}
