'use client'

import { usePathname, useRouter } from 'next/navigation'
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { timePassed } from '@/components/ui/time-passed'
import { tabs } from './layout-names'
import { isPlainPress } from './plain-press'

const EVERY_MS = 30_000

/**
 * What the rows of clicks do, with one listener and one clock however many they are. They keep saying how long ago a
 * click was, and a press on a row's link or anywhere in it opens its trace. Where the sheet for traces stands the server
 * is not asked for the page again: the table must not move under its reader.
 */
export function LiveRows({ children }: { children: ReactNode }) {
  const router = useRouter()
  const path = usePathname()
  const rows = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const tell = () => rows.current && tellTimes(rows.current)
    tell()
    const timer = setInterval(tell, EVERY_MS)
    return () => clearInterval(timer)
  })

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
    <div ref={rows} onClick={open}>
      {children}
    </div>
  )
}

function tellTimes(rows: HTMLElement) {
  for (const time of rows.querySelectorAll('time')) {
    const text = timePassed(Date.now() - Date.parse(time.dateTime))
    // Of what is longer ago the day stands there, in the shop's words.
    if (text !== null && text !== time.textContent) time.textContent = text
  }
}

/** The address that a press means, if it is not one on something else, for a new tab, or the end of marking text. */
function findTrace(event: MouseEvent): string | null {
  const { target } = event
  if (!(target instanceof Element) || !isPlainPress(event)) return null
  const own = target.closest('a, button, input, summary')
  const link = own ?? target.closest('tr')?.querySelector('a[data-trace]')
  if (!own && window.getSelection()?.isCollapsed === false) return null
  return link instanceof HTMLAnchorElement && link.dataset.trace !== undefined ? link.href : null
}
