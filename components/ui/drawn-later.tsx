'use client'

import { type ReactNode, useEffect, useState } from 'react'

/**
 * Draws what changed in it a moment after everything else: the end of a long list, say, so that a slow phone can answer
 * a key or a press in between.
 */
export function DrawnLater({ children }: { children: ReactNode }) {
  const [drawn, draw] = useState(children)

  useEffect(() => {
    // After the next picture: its frame first, then a task of its own.
    let timer: ReturnType<typeof setTimeout>
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => draw(children))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [children])

  return drawn
}
