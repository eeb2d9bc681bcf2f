import { countClicks } from '@/lib/clicks/count-clicks'
import type { ClickFilters } from '@/lib/clicks/filters'
import { describeCount } from './describe-count'

type ClickCountProps = { filters: ClickFilters; timeZone: string; locale: string }

/** How many clicks the table has, and how many more only the totals know. */
export async function ClickCount({ filters, timeZone, locale }: ClickCountProps) {
  const count = await countClicks({ filters, timeZone })
  return (
    <span className="tabular">
      {describeCount(count, locale)}, newest first
      {count.archived > 0 && ` · ${count.archived.toLocaleString(locale)} older ones are kept as totals only`}
    </span>
  )
}
