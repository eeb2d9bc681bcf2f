import type { Metadata } from 'next'
import { Frame } from '../frame'
import { Panels } from '../panels'
import { type AnalyticsPageProps, readView } from '../read-view'
import { NumbersPanel } from './numbers-panel'
import { RulesPanel } from './rules-panel'

export const metadata: Metadata = { title: 'Routing of clicks' }

export default async function RoutedClicksPage(props: AnalyticsPageProps) {
  const { problems, ...panel } = await readView(props)
  return (
    <Frame tab="routing" view={panel.view} problems={problems}>
      <Panels height="h-120">
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <RulesPanel {...panel} />
          <NumbersPanel {...panel} />
        </div>
      </Panels>
    </Frame>
  )
}
