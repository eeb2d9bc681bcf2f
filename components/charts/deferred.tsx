'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * Draws its children once they come near the screen and the browser has nothing better to do: a chart must not keep
 * a page from answering its reader. `className` gives it the size the children will have.
 */
export function Deferred({ className, children }: { className: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)

  useEffect(() => {
    const element = box.current
    if (!element) return
    let cancel = () => {}
    const observer = new IntersectionObserver(
      entries => {
        if (!entries.some(entry => entry.isIntersecting)) return
        observer.disconnect()
        cancel = whenIdle(() => setReady(true))
      },
      { rootMargin: '200px' },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      cancel()
    }
  }, [])

  return (
    <div ref={box} className={className}>
      {ready && children}
    </div>
  )
}

/** Safari has no requestIdleCallback. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 200)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(work, { timeout: 2_000 })
  return () => cancelIdleCallback(handle)
}
