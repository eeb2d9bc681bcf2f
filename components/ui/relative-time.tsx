'use client'

import { useState, useSyncExternalStore } from 'react'

const minute = 60_000
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 1440 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
]

type RelativeTimeProps = { date: Date | string; timeZone: string; locale: string }

/** "5 minutes ago", with the exact time in the shop's time zone on hover and at a press. */
export function RelativeTime({ date, timeZone, locale }: RelativeTimeProps) {
  const [showExact, setShowExact] = useState(false)
  const at = new Date(date)
  const { ago, day, exact } = formatsOf(locale, timeZone)
  const passed = () => inWords(Date.now() - at.getTime(), ago) ?? day.format(at)
  const text = useSyncExternalStore(onTick, passed, passed)
  const exactText = exact.format(at)
  return (
    <button
      type="button"
      title={exactText}
      onClick={() => setShowExact(!showExact)}
      className="whitespace-nowrap rounded text-left text-inherit"
      suppressHydrationWarning
    >
      <time dateTime={at.toISOString()} suppressHydrationWarning>
        {showExact ? exactText : text}
      </time>
    </button>
  )
}

/** Null for what is better told by its date. */
function inWords(passed: number, format: Intl.RelativeTimeFormat): string | null {
  if (passed > 7 * 1440 * minute) return null
  const [unit, size] = units.find(([, length]) => Math.abs(passed) >= length) ?? ['second', 0]
  return size === 0 ? format.format(0, 'second') : format.format(-Math.floor(passed / size), unit)
}

/** A format costs far more to make than to use, and a list has fifty times. */
const formats = new Map<string, ReturnType<typeof makeFormats>>()

function formatsOf(locale: string, timeZone: string) {
  const key = `${locale} ${timeZone}`
  const known = formats.get(key) ?? makeFormats(locale, timeZone)
  formats.set(key, known)
  return known
}

function makeFormats(locale: string, timeZone: string) {
  return {
    ago: new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
    day: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }),
    exact: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'medium' }),
  }
}

/** One clock for all times on the page; only those whose text has changed are drawn anew. */
const listeners = new Set<() => void>()
let clock: ReturnType<typeof setInterval> | undefined

function onTick(listener: () => void): () => void {
  listeners.add(listener)
  clock ??= setInterval(() => {
    for (const tell of listeners) tell()
  }, minute / 2)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(clock)
    clock = undefined
  }
}
