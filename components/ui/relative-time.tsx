'use client'

import { useEffect, useState } from 'react'
import { Tooltip } from './tooltip'

const minute = 60_000
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 1440 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
]

type RelativeTimeProps = { date: Date | string; timeZone: string; locale: string }

/** "5 minutes ago", with the exact time in the shop's time zone on hover, focus and tap. */
export function RelativeTime({ date, timeZone, locale }: RelativeTimeProps) {
  const [now, setNow] = useState(() => Date.now())
  const [showExact, setShowExact] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute / 2)
    return () => clearInterval(timer)
  }, [])

  const at = new Date(date)
  const exact = at.toLocaleString(locale, { timeZone, dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <Tooltip content={exact}>
      <button
        type="button"
        onClick={() => setShowExact(!showExact)}
        className="whitespace-nowrap rounded text-left text-inherit"
      >
        <time dateTime={at.toISOString()} suppressHydrationWarning>
          {showExact ? exact : relative(at, now, locale, timeZone)}
        </time>
      </button>
    </Tooltip>
  )
}

function relative(at: Date, now: number, locale: string, timeZone: string): string {
  const passed = now - at.getTime()
  if (passed > 7 * 1440 * minute) return at.toLocaleDateString(locale, { timeZone, dateStyle: 'medium' })
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const [unit, size] = units.find(([, length]) => Math.abs(passed) >= length) ?? ['second', 0]
  return size === 0 ? format.format(0, 'second') : format.format(-Math.floor(passed / size), unit)
}
