'use client'

import { useState } from 'react'

/**
 * Whether a field was left with something in it: while somebody is still typing, "too short" would only nag. A field
 * left by pressing a button counts as left once the press is over: a line that appears under the finger would move the
 * button away, and the press would be lost.
 */
export function useLeft(value: string) {
  const [left, setLeft] = useState(value !== '')
  function onBlur() {
    const leave = () => setLeft(value !== '')
    if (document.querySelector(':active') === null) return leave()
    document.addEventListener('pointerup', () => setTimeout(leave), { once: true })
  }
  return { left, onBlur }
}
