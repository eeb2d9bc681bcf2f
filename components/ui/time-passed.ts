const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "5 min ago" or "in 3 hr" for milliseconds that have passed; null for more than a week, which a date tells better. */
export function timePassed(ms: number): string | null {
  if (ms > 7 * DAY) return null
  const away = Math.abs(ms)
  if (away < MINUTE) return 'now'
  if (away < HOUR) return toOrFro(ms, `${Math.floor(away / MINUTE)} min`)
  if (away < DAY) return toOrFro(ms, `${Math.floor(away / HOUR)} hr`)
  const days = Math.floor(away / DAY)
  return toOrFro(ms, days === 1 ? '1 day' : `${days} days`)
}

function toOrFro(passed: number, text: string): string {
  return passed > 0 ? `${text} ago` : `in ${text}`
}
