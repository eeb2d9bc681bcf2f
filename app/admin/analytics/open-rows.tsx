'use client'

import { usePathname, useRouter } from 'next/navigation'
import type { MouseEvent, ReactNode } from 'react'
import { tabs } from './layout-names'

/**
 * Opens a row's trace, for a press on its link or anywhere in it; one listener, however many rows. Where the sheet
 * for traces stands the server is not asked for the page again: the table must not move under its reader.
 */
export function OpenRows({ children }: { children: ReactNode }) {
  const router = useRouter()
  const path = usePathname()

  function open(event: MouseEvent) {
    const href = findTrace(event)
    if (!href) return
    event.preventDefault()
    if (path === tabs.overview.path) window.history.pushState({ openedHere: true }, '', href)
    else router.push(href)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links in the rows do the same by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div onClick={open}>{children}</div>
  )
}

/** The address that a press means, if it is not one on something else, for a new tab, or the end of marking text. */
function findTrace({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): string | null {
  if (!(target instanceof Element) || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null
  const own = target.closest('a, button, input, summary')
  const link = own ?? target.closest('tr')?.querySelector('a[data-trace]')
  if (!own && window.getSelection()?.isCollapsed === false) return null
  return link instanceof HTMLAnchorElement && link.dataset.trace !== undefined ? link.href : null
}
