'use client'

import type { ComponentProps } from 'react'
import { cx } from './cx'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'aria-label'> & {
  /** What it chooses; not shown. */
  label: string
  /** Some, not all, of what it stands for is chosen. */
  indeterminate?: boolean
}

/** A checkbox without visible text, for rows that can be chosen. What a finger hits is larger than what is seen. */
export function Checkbox({ label, indeterminate = false, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={cx(
        '-m-2 inline-grid align-middle size-8 shrink-0 place-items-center max-sm:-m-3 max-sm:size-11',
        className,
      )}
    >
      <input
        {...rest}
        ref={input => {
          if (input) input.indeterminate = indeterminate
        }}
        type="checkbox"
        aria-label={label}
        className="size-4 accent-accent max-sm:size-5"
      />
    </label>
  )
}
