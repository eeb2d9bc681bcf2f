'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import {
  type MouseEvent,
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { afterFrame } from '@/components/ui/after-frame'
import { Underway } from '@/components/ui/underway'
import { isPlainPress } from './plain-press'
import { readClicksPanel } from './read-clicks-panel'

type TurningPagesProps = {
  /** The query string of the page in `children`. */
  query: string
  children: ReactNode
}

/**
 * The clicks, of which a page turns alone: the address says which one is asked for, and the panel is all that is fetched
 * and drawn for it. When the whole screen changes they follow the figures around them by a frame: both at once would
 * keep a slow phone from answering for too long.
 */
export function TurningPages({ query, children }: TurningPagesProps) {
  const router = useRouter()
  const address = useSearchParams().toString()
  const [asked, drawn] = [pageOf(address), pageOf(query)]
  const [shown, show] = useState({ screen: children, page: drawn, panel: children })
  const isLate = shown.screen !== children
  const isOther = shown.page !== asked

  useEffect(() => {
    if (!isLate) return
    return afterFrame(() => startTransition(() => show({ screen: children, page: drawn, panel: children })))
  }, [isLate, children, drawn])

  const failed = useRef<string>(null)
  useEffect(() => {
    if (isLate || !isOther) return
    let awaited = true
    const showNow = (panel: ReactNode) =>
      awaited && startTransition(() => show({ screen: children, page: asked, panel }))
    readClicksPanel(address).then(showNow, () => {
      if (!awaited) return
      // The whole screen then, but not again and again.
      if (failed.current === asked) showNow(children)
      else router.refresh()
      failed.current = asked
    })
    return () => {
      awaited = false
    }
  }, [isLate, isOther, asked, address, children, router])

  // Who turns a page reads on at its top; who goes back finds the place where he was.
  const pressed = useRef<string>(null)
  useLayoutEffect(() => {
    if (pressed.current === shown.page) document.getElementById('clicks')?.scrollIntoView()
    pressed.current = null
  }, [shown])

  function turn(event: MouseEvent) {
    const link = findPage(event)
    if (!link) return
    event.preventDefault()
    pressed.current = pageOf(link.search)
    if (link.href !== window.location.href) window.history.pushState(null, '', link.href)
  }

  return (
    <div onClickCapture={turn} aria-busy={isLate || isOther} className="min-w-0">
      {isOther && <Underway />}
      {shown.panel}
    </div>
  )
}

/** Which page of the clicks a query asks for; the newest has no place to start from. */
function pageOf(query: string): string {
  const params = new URLSearchParams(query)
  const [newer, older] = [params.get('newer'), params.get('older')]
  return newer ? `newer ${newer}` : older ? `older ${older}` : ''
}

/** The link to another page that was pressed. */
function findPage(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  return link?.hash === '#clicks' && isPlainPress(event) ? link : null
}
