import { Suspense } from 'react'
import { countClicks } from '@/lib/clicks/count-clicks'
import { buildClickQuery } from '@/lib/clicks/filters'
import { describeCount } from './describe-count'
import { ExportMenu } from './export-menu'
import type { PanelProps } from './read-view'

/** Takes the view with it as a file. It works before it knows how many clicks that will be. */
export function ExportButton(panel: PanelProps) {
  const shared = { query: buildClickQuery(panel.view.filters), locale: panel.locale }
  return (
    <Suspense fallback={<ExportMenu {...shared} amount="All its clicks" total={null} />}>
      <CountedExport {...panel} />
    </Suspense>
  )
}

async function CountedExport({ view, timeZone, locale }: PanelProps) {
  const count = await countClicks({ filters: view.filters, timeZone })
  return (
    <ExportMenu
      query={buildClickQuery(view.filters)}
      amount={describeCount(count, locale)}
      total={count.exact ? count.count : null}
      locale={locale}
    />
  )
}
