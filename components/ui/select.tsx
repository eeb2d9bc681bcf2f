import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlStyle } from './control-style'
import { cx } from './cx'

type SelectProps = ComponentProps<'select'> & {
  options: { value: string; label: string; disabled?: boolean }[]
}

/** The platform's own select: the best one on a phone, and it works without a script. */
export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <span className={cx('relative block', className)}>
      <select {...rest} className={cx(controlStyle, 'h-9 appearance-none truncate pr-9 max-sm:h-11')}>
        {options.map(option => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 size-4 text-muted"
      />
    </span>
  )
}
