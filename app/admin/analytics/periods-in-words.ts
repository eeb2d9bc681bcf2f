import type { ClickFilters, Range } from '@/lib/clicks/filters'
import { type BucketUnit, countDays, dayAt, isRunning } from '@/lib/clicks/periods'

export const rangeLabels: Record<Range, string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  '365d': 'Last 12 months',
  all: 'All time',
  custom: 'Custom dates',
}

export const unitLabels: Record<BucketUnit, string> = {
  hour: 'Hours',
  day: 'Days',
  week: 'Weeks',
  month: 'Months',
}

/** What the period is compared with, as `findPreviousSpan` does; null for all time, which has nothing before it. */
export function describePrevious(
  { from, to }: Pick<ClickFilters, 'from' | 'to'>,
  { now, timeZone, locale }: { now: Date; timeZone: string; locale: string },
) {
  if (!from) return null
  const count = countDays(from, to)
  const days = count === 1 ? 'day' : `${count.toLocaleString(locale)} days`
  const byNow = isRunning({ from, to }, dayAt(now, timeZone)) ? ' by this time' : ''
  return { label: `The ${days} before`, inSentence: `${count === 1 ? '' : 'in '}the ${days} before${byNow}` }
}

/** "25 Oct – 23 Nov 2026", in the way of the shop's locale. */
export function describePeriod({ from, to }: Pick<ClickFilters, 'from' | 'to'>, locale: string): string {
  // Calendar days have no time zone; UTC on both sides keeps them what they are.
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  if (!from) return `until ${format.format(new Date(to))}`
  return from === to ? format.format(new Date(to)) : format.formatRange(new Date(from), new Date(to))
}

/** What a bucket of the trend is called: short under the axis, whole in its hint. */
export function bucketLabels({
  unit,
  locale,
  timeZone,
}: {
  unit: BucketUnit
  locale: string
  timeZone: string
}) {
  const as = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const formats = {
    hour: {
      axis: as({ hour: 'numeric', minute: '2-digit' }),
      detail: as({ dateStyle: 'medium', timeStyle: 'short' }),
    },
    day: { axis: as({ day: 'numeric', month: 'short' }), detail: as({ dateStyle: 'full' }) },
    week: { axis: as({ day: 'numeric', month: 'short' }), detail: as({ dateStyle: 'medium' }) },
    month: { axis: as({ month: 'short', year: 'numeric' }), detail: as({ month: 'long', year: 'numeric' }) },
  }
  const { axis, detail } = formats[unit]
  return (start: Date, isNow: boolean) => ({
    label: axis.format(start),
    detail: `${unit === 'week' ? 'week from ' : ''}${detail.format(start)}${isNow ? ', so far' : ''}`,
    soFar: isNow,
  })
}
