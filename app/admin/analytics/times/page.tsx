import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Frame } from '../frame'
import { PanelSkeleton } from '../panel'
import { type AnalyticsPageProps, readView } from '../read-view'
import { TrendPanel } from '../trend-panel'
import { viewQuery } from '../view'
import { PlacesPanel } from './places-panel'
import { WeekPanel } from './week-panel'

export const metadata: Metadata = { title: 'When and where' }

export default async function TimesPage(props: AnalyticsPageProps) {
  const { problems, ...panel } = await readView(props)
  const key = viewQuery(panel.view)
  return (
    <Frame tab="times" view={panel.view} problems={problems}>
      <div className="space-y-4">
        <Suspense key={`trend${key}`} fallback={<PanelSkeleton className="h-54 lg:h-70" />}>
          <TrendPanel tab="times" {...panel} />
        </Suspense>
        <Suspense key={`week${key}`} fallback={<PanelSkeleton className="h-72 max-sm:h-168" />}>
          <WeekPanel {...panel} />
        </Suspense>
        <Suspense key={`places${key}`} fallback={<PanelSkeleton className="h-62" />}>
          <PlacesPanel {...panel} />
        </Suspense>
      </div>
    </Frame>
  )
}
