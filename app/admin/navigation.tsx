'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/cx'
import { isCurrent, sections } from './sections'

/** The column on the left of a desktop screen. */
export function SideNavigation() {
  const path = usePathname()
  return (
    <nav aria-label="Main">
      <ul className="space-y-0.5">
        {sections.map(section => {
          const current = isCurrent(section, path)
          return (
            <li key={section.href}>
              <Link
                href={section.href}
                aria-current={current ? 'page' : undefined}
                className={cx(
                  'flex h-9 items-center gap-3 rounded-md px-3 font-medium transition-colors',
                  current ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-surface-2 hover:text-text',
                )}
              >
                <section.icon aria-hidden className="size-4 shrink-0" />
                {section.label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** The bar at the bottom of a phone, in reach of a thumb. */
export function BottomNavigation() {
  const path = usePathname()
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto grid max-w-xl grid-cols-6">
        {sections.map(section => {
          const current = isCurrent(section, path)
          return (
            <li key={section.href}>
              <Link
                href={section.href}
                aria-current={current ? 'page' : undefined}
                className={cx(
                  'flex h-14 flex-col items-center justify-center gap-1 font-medium text-[0.6875rem] leading-none focus-visible:-outline-offset-2',
                  current ? 'text-accent' : 'text-muted',
                )}
              >
                <section.icon aria-hidden className="size-5" />
                {section.label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
