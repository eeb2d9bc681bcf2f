'use client'

import { usePathname } from 'next/navigation'
import { tabs } from './layout-names'

/** The address of a view with one click's trace open over it. */
export function traceAddress(address: string, id: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}click=${id}`
}

/**
 * Opens a trace where the sheet for it stands, without asking the server for the page again: the table must not move
 * under its reader. False elsewhere, where the address has to be followed.
 */
export function useOpenTrace(): (href: string) => boolean {
  const path = usePathname()
  return href => {
    if (path !== tabs.overview.path) return false
    window.history.pushState({ openedHere: true }, '', href)
    return true
  }
}
