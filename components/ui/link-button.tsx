import type { ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style'
import { IntentLink } from './intent-link'

type LinkButtonProps = {
  href: string
  variant?: ButtonVariant
  size?: ButtonSize
  /** A plain link in a new tab: for other sites and redirect links, which must never be prefetched. */
  external?: boolean
  /** A plain link to a file. */
  download?: boolean
  className?: string
  title?: string
  'aria-label'?: string
  children: ReactNode
}

export function LinkButton({
  href,
  variant = 'secondary',
  size = 'md',
  external = false,
  download = false,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  const style = buttonStyle(variant, size, className)
  if (external) {
    return (
      <a {...rest} href={href} target="_blank" rel="noopener nofollow" className={style}>
        {children}
      </a>
    )
  }
  if (download) {
    return (
      <a {...rest} href={href} download className={style}>
        {children}
      </a>
    )
  }
  return (
    <IntentLink {...rest} href={href} className={style}>
      {children}
    </IntentLink>
  )
}
