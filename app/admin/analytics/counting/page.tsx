import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Frame } from '../frame'
import { PanelSkeleton } from '../panel'
import { type AnalyticsPageProps, readView } from '../read-view'
import { UncountedPanel } from './uncounted-panel'

export const metadata: Metadata = { title: 'Not counted' }

export default async function CountingPage(props: AnalyticsPageProps) {
  const { problems, ...panel } = await readView(props)
  return (
    <Frame tab="counting" view={panel.view} problems={problems}>
      <Suspense fallback={<PanelSkeleton className="h-96" />}>
        <UncountedPanel {...panel} />
      </Suspense>
    </Frame>
  )
}
