import { cache } from 'react'
import { summarizeClicks } from '@/lib/clicks/summary'
import type { PanelProps } from './read-view'
import type { AnalyticsView } from './view'

/** Asked once per request, however many panels tell of it: they share the view they were given. */
const read = cache((view: AnalyticsView, now: Date, timeZone: string) =>
  summarizeClicks({ filters: view.filters, unit: view.unit, timeZone, now }),
)

export function summaryOf({ view, now, timeZone }: PanelProps) {
  return read(view, now, timeZone)
}
