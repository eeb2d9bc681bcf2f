'use client'

import { useState, useSyncExternalStore } from 'react'
import { timePassed } from './time-passed'

type AgoProps = {
  /** Milliseconds since 1970. */
  at: number
  /** The day, for what is longer ago than a week, and the exact time: written by who knows the shop's clock. */
  day: string
  exact: string
}

/**
 * "5 min ago", with the exact time on hover and at a press. It formats nothing itself: a browser needs 80 ms on a slow
 * phone to make its first date format, and that would be while the page comes alive.
 */
export function Ago({ at, day, exact }: AgoProps) {
  const [showExact, setShowExact] = useState(false)
  const passed = () => timePassed(Date.now() - at) ?? day
  const text = useSyncExternalStore(onTick, passed, passed)
  return (
    <button
      type="button"
      title={exact}
      onClick={() => setShowExact(!showExact)}
      className="whitespace-nowrap rounded text-left text-inherit"
    >
      <time dateTime={new Date(at).toISOString()} suppressHydrationWarning>
        {showExact ? exact : text}
      </time>
    </button>
  )
}

/** One clock for all times on the page; only those whose text has changed are drawn anew. */
const listeners = new Set<() => void>()
let clock: ReturnType<typeof setInterval> | undefined

function onTick(listener: () => void): () => void {
  listeners.add(listener)
  clock ??= setInterval(() => {
    for (const tell of listeners) tell()
  }, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(clock)
    clock = undefined
  }
}
