import type { ComponentProps } from 'react'
import { controlStyle } from './control-style'
import { cx } from './cx'

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} rows={rows} className={cx(controlStyle, 'resize-y py-2', className)} />
}
