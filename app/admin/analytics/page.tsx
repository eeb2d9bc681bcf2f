import type { Metadata } from 'next'
import { ClicksPanel } from './clicks-panel'
import { ExportButton } from './export-button'
import { FindingsPanel } from './findings-panel'
import { Frame } from './frame'
import { Panels } from './panels'
import { type AnalyticsPageProps, readView } from './read-view'
import { TraceSheet } from './trace-sheet'
import { TrendPanel } from './trend-panel'
import { TurningPages } from './turning-pages'
import { drawnPage, viewQuery } from './view'

export const metadata: Metadata = { title: 'Analytics' }

export default async function AnalyticsPage(props: AnalyticsPageProps) {
  const { problems, ...panel } = await readView(props)
  const { view } = panel
  return (
    <Frame tab="overview" view={view} problems={problems} action={<ExportButton {...panel} />}>
      <Panels height="h-54 lg:h-70">
        {/* On a narrow screen the clicks come before what can be said about them. */}
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TrendPanel tab="overview" {...panel} />
          <div className="min-w-0 max-lg:order-last">
            <FindingsPanel key={viewQuery({ ...view, hidden: [] })} {...panel} />
          </div>
          <div className="min-w-0 lg:col-span-2">
            <TurningPages query={viewQuery(view, drawnPage(view))}>
              <ClicksPanel {...panel} />
            </TurningPages>
          </div>
        </div>
      </Panels>
      <TraceSheet />
    </Frame>
  )
}
