'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { cx } from './cx'
import { IntentLink } from './intent-link'

type Tab = { href: string; label: string }

/** Tabs that are pages. The longest href whose path fits the address is the current one; queries do not matter. */
export function TabsNav({ label, tabs }: { label: string; tabs: Tab[] }) {
  const path = usePathname()
  const pathOf = ({ href }: Tab) => href.split('?')[0] ?? href
  const current = tabs
    .filter(tab => path === pathOf(tab) || path.startsWith(`${pathOf(tab)}/`))
    .sort((a, b) => pathOf(b).length - pathOf(a).length)[0]
  const strip = useRef<HTMLElement>(null)

  // On a phone the strip is wider than the screen: the current tab comes into sight, the page stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current tab changes with the path
  useEffect(() => {
    const link = strip.current?.querySelector<HTMLElement>('[aria-current]')
    if (link && strip.current) strip.current.scrollLeft = link.offsetLeft - strip.current.clientWidth / 3
  }, [path])

  return (
    <nav ref={strip} aria-label={label} className="relative mb-6 overflow-x-auto border-b">
      <ul className="flex gap-5">
        {tabs.map(tab => (
          <li key={pathOf(tab)}>
            <IntentLink
              href={tab.href}
              aria-current={tab === current ? 'page' : undefined}
              className={cx(
                'flex h-10 items-center whitespace-nowrap border-b-2 font-medium transition-colors focus-visible:-outline-offset-2',
                tab === current ? 'border-accent text-text' : 'border-transparent text-muted hover:text-text',
              )}
            >
              {tab.label}
            </IntentLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
