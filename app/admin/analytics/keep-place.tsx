'use client'

import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react'

/** Around the filters: a chip that is pressed goes, and the keyboard goes on from the next one, or the filters' button. */
export function KeepPlace({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const pressed = useRef<number>(null)

  function remember({ target }: MouseEvent) {
    const link = target instanceof Element && target.closest('a')
    pressed.current = link ? listLinks(box.current).indexOf(link) : null
  }

  useLayoutEffect(() => {
    if (pressed.current === null || document.activeElement !== document.body) return
    // The last one is "Clear all".
    const chips = listLinks(box.current).slice(0, -1)
    const next = chips[pressed.current] ?? chips.at(-1) ?? box.current?.querySelector('summary')
    next?.focus({ preventScroll: true })
    pressed.current = null
  })

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key that follows a link is a click, too
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div ref={box} onClick={remember} className="contents">
      {children}
    </div>
  )
}

function listLinks(box: HTMLElement | null): HTMLAnchorElement[] {
  return [...(box?.querySelectorAll<HTMLAnchorElement>('ul a') ?? [])]
}
