import type { ComponentProps } from 'react'
import { cx } from './cx'

export function Checkbox({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <input
      {...rest}
      type="checkbox"
      className={cx('size-4 shrink-0 rounded accent-accent max-sm:size-5', className)}
    />
  )
}
