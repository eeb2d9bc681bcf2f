import { type ComponentProps, type ReactNode, useId } from 'react'

type SwitchProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** A checkbox that looks like a switch, so that it works in a plain form. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  const id = useId()
  return (
    <label className={`flex min-h-10 items-start gap-3 py-1 ${className ?? ''}`}>
      <input
        // The label around it would read the hint as part of the name.
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox carries its own checked state
        role="switch"
        className={
          'relative mt-px h-5 w-9 shrink-0 appearance-none rounded-full bg-border-strong transition-colors ' +
          'checked:bg-accent disabled:opacity-55 ' +
          'before:absolute before:top-0.5 before:left-0.5 before:size-4 before:rounded-full before:bg-surface before:shadow-card ' +
          'before:transition-transform checked:before:translate-x-4'
        }
      />
      <span className="min-w-0">
        <span id={`${id}-label`} className="block font-medium">
          {label}
        </span>
        {hint && (
          <span id={`${id}-hint`} className="mt-0.5 block text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
