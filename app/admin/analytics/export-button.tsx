import type { ClickCount } from '@/lib/clicks/count-clicks'
import { buildClickQuery } from '@/lib/clicks/filters'
import { countOf } from './count-of'
import { describeCount } from './describe-count'
import { type ExportCount, ExportMenu } from './export-menu'
import type { PanelProps } from './read-view'

/** Takes the view with it as a file. It works before it knows how many clicks that will be, and without knowing. */
export function ExportButton({ view: { filters }, timeZone, locale }: PanelProps) {
  const counted = countOf(filters, timeZone).then(
    count => describeExport(count, locale),
    () => null,
  )
  return <ExportMenu query={buildClickQuery(filters)} counted={counted} locale={locale} />
}

function describeExport(count: ClickCount, locale: string): ExportCount {
  return {
    amount: describeCount(count, locale),
    missing: count.archived > 0 ? `${count.archived.toLocaleString(locale)} older` : null,
    total: count.exact ? count.count : null,
  }
}
