'use client'

import { useEffect, useRef } from 'react'

/**
 * Asks before a half-filled form is left by a link, or with its tab. A link with `data-discards` ("Cancel") says what it
 * does and is followed as it is; the back button can't be held.
 */
export function useLeaveGuard(hasChanges: () => boolean): void {
  const ask = useRef(hasChanges)
  useEffect(() => {
    ask.current = hasChanges
  })

  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (ask.current()) event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      if (!leaves(event) || !ask.current()) return
      if (window.confirm('Leave without saving? What you typed here will be lost.')) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onUnload)
    // Before React hears of it, so that its links don't go either.
    window.addEventListener('click', onClick, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      window.removeEventListener('click', onClick, { capture: true })
    }
  }, [])
}

/** Whether a press follows a link of the app in this tab, to another page. One to another site unloads this one. */
function leaves({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  if (!(target instanceof Element) || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return false
  const link = target.closest('a')
  if (!link || link.target === '_blank' || link.hasAttribute('download')) return false
  return (
    !('discards' in link.dataset) && link.origin === location.origin && link.pathname !== location.pathname
  )
}
