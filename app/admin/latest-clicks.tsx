import { currentSettings } from '@/app/current-settings'
import { parseClickFilters } from '@/lib/clicks/filters'
import { listClicks } from '@/lib/clicks/questions'
import { buildClickView } from './analytics/click-view'
import { ClicksTable } from './analytics/clicks-table'
import { NoClicks } from './no-clicks'

/** The last ten clicks by people, as Analytics shows them. */
export async function LatestClicks() {
  const { timeZone, locale } = await currentSettings()
  const now = new Date()
  const { filters } = parseClickFilters({ params: { range: 'all' }, now, timeZone })
  const { rows } = await listClicks({ filters, timeZone, cursor: null, limit: 10 })
  if (rows.length === 0) return <NoClicks />
  return (
    <ClicksTable
      clicks={rows.map(row => buildClickView(row, { timeZone, locale }))}
      hidden={['visitor']}
      now={now}
      address="/admin/analytics"
    />
  )
}
