'use client'

import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/cx'
import { IntentLink } from '@/components/ui/intent-link'
import { isCurrent, sections } from './sections'

/** The column on the left of a desktop screen. */
const side = {
  nav: '',
  list: 'space-y-0.5',
  link: 'h-9 gap-3 rounded-md px-3 transition-colors',
  icon: 'size-4 shrink-0',
  current: 'bg-accent-soft text-accent',
  other: 'text-muted hover:bg-surface-2 hover:text-text',
}

/** The bar at the bottom of a phone, in reach of a thumb. */
const bottom: typeof side = {
  nav: 'fixed inset-x-0 bottom-0 z-30 border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden',
  list: 'mx-auto grid max-w-xl grid-cols-6',
  link: 'h-14 flex-col justify-center gap-1 text-[0.6875rem] leading-none focus-visible:-outline-offset-2',
  icon: 'size-5',
  current: 'text-accent',
  other: 'text-muted',
}

/** The admin's screens, with the one that is open marked. */
export function Navigation({ at }: { at: 'side' | 'bottom' }) {
  const path = usePathname()
  const style = at === 'side' ? side : bottom
  return (
    <nav aria-label="Main" className={style.nav}>
      <ul className={style.list}>
        {sections.map(section => {
          const current = isCurrent(section, path)
          return (
            <li key={section.href}>
              <IntentLink
                href={section.href}
                aria-current={current ? 'page' : undefined}
                className={cx(
                  'flex items-center font-medium',
                  style.link,
                  current ? style.current : style.other,
                )}
              >
                <section.icon aria-hidden className={style.icon} />
                {section.label}
              </IntentLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
