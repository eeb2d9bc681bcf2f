import { HeatMap } from '@/components/charts/heat-map'
import { findingTimes } from '@/lib/clicks/findings'
import { getHeatMap } from '@/lib/clicks/heat-map'
import { Panel } from '../panel'
import type { PanelProps } from '../read-view'

/** "When do people click?" Weekday by hour, by the store's clocks. */
export async function WeekPanel({ view, timeZone, locale }: PanelProps) {
  const found = await getHeatMap({ filters: view.filters, timeZone })
  const names = weekNames(locale)
  return (
    <Panel
      question="When do people click?"
      finding={findingTimes(found, { weekdays: names.long, hours: names.clock }, locale)}
    >
      {found.total > 0 && (
        <>
          <HeatMap
            title="Clicks by weekday and hour"
            rows={names.short}
            columns={names.hours}
            values={found.counts}
            locale={locale}
            unit={['click', 'clicks']}
          />
          <p className="mt-3 text-muted text-xs">By the store’s clocks: {timeZone.replaceAll('_', ' ')}.</p>
        </>
      )}
    </Panel>
  )
}

/** Monday first, as the heat map counts them. 1 January 2001 was a Monday. */
function weekNames(locale: string) {
  const at = (day: number, hour: number) => new Date(Date.UTC(2001, 0, 1 + day, hour))
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const [long, short] = [named({ weekday: 'long' }), named({ weekday: 'short' })]
  const [hours, clock] = [named({ hour: 'numeric' }), named({ timeStyle: 'short' })]
  const days = Array.from({ length: 7 }, (_, day) => at(day, 0))
  return {
    long: days.map(day => long.format(day)),
    short: days.map(day => short.format(day)),
    clock: Array.from({ length: 24 }, (_, hour) => clock.format(at(0, hour))),
    hours: Array.from({ length: 24 }, (_, hour) => hours.format(at(0, hour))),
  }
}
