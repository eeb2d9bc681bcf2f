'use client'

import { useSearchParams } from 'next/navigation'
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
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Underway } from '@/components/ui/underway'
import { isPlainPress } from './plain-press'
import { readClicksPanel } from './read-clicks-panel'

type TurningPagesProps = {
  /** The query string of the page in `children`. */
  query: string
  children: ReactNode
}

/** A page that did not come is asked for once more by itself, so much later. */
const AGAIN_MS = 500

/**
 * The clicks, of which a page turns alone: the address says which one is asked for, and the panel is all that is fetched
 * and drawn for it. When the whole screen changes they follow the figures around them by a frame: both at once would
 * keep a slow phone from answering for too long.
 */
export function TurningPages({ query, children }: TurningPagesProps) {
  const address = useSearchParams().toString()
  const [asked, drawn] = [pageOf(address), pageOf(query)]
  const [shown, show] = useState({ screen: children, page: drawn, panel: children })
  const isLate = shown.screen !== children
  const isOther = shown.page !== asked

  useEffect(() => {
    if (!isLate) return
    return afterFrame(() => startTransition(() => show({ screen: children, page: drawn, panel: children })))
  }, [isLate, children, drawn])

  const [failed, setFailed] = useState({ page: asked, times: 0 })
  const times = failed.page === asked ? failed.times : 0
  const isLost = isOther && times > 1
  if (!isOther && failed.times > 0) setFailed({ page: asked, times: 0 })
  useEffect(() => {
    if (isLate || !isOther || isLost) return
    let awaited = true
    const ask = () =>
      readClicksPanel(address).then(
        panel => awaited && startTransition(() => show({ screen: children, page: asked, panel })),
        error => {
          if (!awaited) return
          // Somebody answers, but not with the page: a newer version of the app, or whoever asks is signed out.
          if (times > 0 && !(error instanceof TypeError)) window.location.reload()
          setFailed({ page: asked, times: times + 1 })
        },
      )
    const timer = times > 0 ? setTimeout(ask, AGAIN_MS) : void ask()
    return () => {
      awaited = false
      clearTimeout(timer)
    }
  }, [isLate, isOther, isLost, times, asked, address, children])
  const askAgain = () => setFailed({ page: asked, times: 0 })

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
    else if (isLost) askAgain()
  }

  return (
    <div onClickCapture={turn} aria-busy={isLate || (isOther && !isLost)} className="min-w-0">
      {isOther && !isLost && <Underway />}
      {isLost && (
        <Alert
          tone="amber"
          title="This page of the clicks could not be fetched"
          action={<Button onClick={askAgain}>Try again</Button>}
          className="mb-4"
        >
          What stands below is the one before it.
        </Alert>
      )}
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
