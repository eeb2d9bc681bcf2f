import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Frame } from '../frame'
import { PanelSkeleton } from '../panel'
import { type AnalyticsPageProps, readView } from '../read-view'
import { viewQuery } from '../view'
import { NumbersPanel } from './numbers-panel'
import { RulesPanel } from './rules-panel'

export const metadata: Metadata = { title: 'Routing of clicks' }

export default async function RoutedClicksPage(props: AnalyticsPageProps) {
  const { problems, ...panel } = await readView(props)
  const key = viewQuery(panel.view)
  return (
    <Frame tab="routing" view={panel.view} problems={problems}>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Suspense key={`rules${key}`} fallback={<PanelSkeleton className="h-120" />}>
          <RulesPanel {...panel} />
        </Suspense>
        <Suspense key={`numbers${key}`} fallback={<PanelSkeleton className="h-72" />}>
          <NumbersPanel {...panel} />
        </Suspense>
      </div>
    </Frame>
  )
}
