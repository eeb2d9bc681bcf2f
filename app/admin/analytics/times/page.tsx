import type { Metadata } from 'next'
import { Frame } from '../frame'
import { Panels } from '../panels'
import { type AnalyticsPageProps, readView } from '../read-view'
import { TrendPanel } from '../trend-panel'
import { PlacesPanel } from './places-panel'
import { WeekPanel } from './week-panel'

export const metadata: Metadata = { title: 'When and where' }

export default async function TimesPage(props: AnalyticsPageProps) {
  const { problems, ...panel } = await readView(props)
  return (
    <Frame tab="times" view={panel.view} problems={problems}>
      <Panels height="h-54 lg:h-70">
        <div className="space-y-4">
          <TrendPanel tab="times" {...panel} />
          <WeekPanel {...panel} />
          <PlacesPanel {...panel} />
        </div>
      </Panels>
    </Frame>
  )
}
