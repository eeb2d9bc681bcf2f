'use client'

import { useLinkStatus } from 'next/link'

/** A line at the top of the window, once what somebody asked for takes longer than a moment. */
export function Underway() {
  return (
    <span
      aria-hidden
      className="pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5 origin-left animate-underway bg-accent"
    />
  )
}

/** For inside a link: while its page is on the way. */
export function LinkUnderway() {
  return useLinkStatus().pending && <Underway />
}
