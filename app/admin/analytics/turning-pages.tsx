'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import {
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
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
  const asked = pageOf(useSearchParams())
  const drawn = pageOf(new URLSearchParams(query))
  const [shown, show] = useState({ screen: children, page: drawn, panel: children })
  const [pending, startTransition] = useTransition()
  const isLate = shown.screen !== children
  const isOther = shown.page !== asked

  useEffect(() => {
    if (!isLate) return
    return afterFrame(() => startTransition(() => show({ screen: children, page: drawn, panel: children })))
  }, [isLate, children, drawn])

  useEffect(() => {
    if (isLate || !isOther) return
    let awaited = true
    startTransition(async () => {
      const panel = await readClicksPanel(window.location.search).catch(() => null)
      if (!awaited) return
      if (panel) startTransition(() => show({ screen: children, page: asked, panel }))
      else router.refresh()
    })
    return () => {
      awaited = false
    }
  }, [isLate, isOther, asked, children, router])

  // Who turns a page reads on at its top; who goes back finds the place where he was.
  const place = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another page has come
  useLayoutEffect(() => {
    if (pressed.current) place.current?.firstElementChild?.scrollIntoView()
    pressed.current = false
  }, [shown])

  function turn(event: MouseEvent) {
    const href = findPage(event)
    if (!href) return
    event.preventDefault()
    pressed.current = true
    if (href !== window.location.href) window.history.pushState(null, '', href)
  }

  return (
    <div ref={place} onClickCapture={turn} aria-busy={pending || isLate || isOther} className="min-w-0">
      {pending && <Underway />}
      {shown.panel}
    </div>
  )
}

/** Runs `next` once the browser has shown what stands now; the answer calls it off. */
function afterFrame(next: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(next)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** Which page of the clicks a query asks for; the newest has no place to start from. */
function pageOf(query: URLSearchParams): string {
  return ['newer', 'older']
    .flatMap(direction => (query.get(direction) ? [direction, query.get(direction)] : []))
    .join(' ')
}

/** The address that a press on a link to another page means. */
function findPage(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  return link?.hash === '#clicks' && isPlainPress(event) ? link.href : null
}
