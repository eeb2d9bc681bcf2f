import type { ClickFilters } from '@/lib/clicks/filters'
import { countOf } from './count-of'
import { describeList } from './describe-count'

type ClickCountProps = { filters: ClickFilters; timeZone: string; locale: string }

/** How many clicks the table has, and how many more only the totals know. */
export async function ClickCount({ filters, timeZone, locale }: ClickCountProps) {
  return <span className="tabular">{describeList(await countOf(filters, timeZone), locale)}</span>
}
