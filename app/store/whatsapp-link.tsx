import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { WhatsappIcon } from './whatsapp-icon'

/** WhatsApp's green belongs to the shop window; the admin has its own accent. */
export const whatsappStyle =
  'inline-flex h-12 items-center justify-center gap-2.5 rounded-full bg-[#25d366] px-6 font-semibold text-[#05331a] text-base shadow-card transition-colors hover:bg-[#1fc25c]'

/**
 * An order button as any store would write it: a plain link in a new tab. Never Next's Link, which prefetches, and
 * never a script, which a phone's browser may keep from opening the app.
 */
export function WhatsappLink({
  href,
  className,
  children,
}: {
  href: string
  className?: string
  children: ReactNode
}) {
  return (
    <a href={href} target="_blank" rel="noopener nofollow" className={cx(whatsappStyle, className)}>
      <WhatsappIcon className="size-5" />
      {children}
    </a>
  )
}
