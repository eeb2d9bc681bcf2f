import type { Metadata } from 'next'
import { Frame } from '../frame'
import { Panels } from '../panels'
import { type AnalyticsPageProps, readView } from '../read-view'
import { UncountedPanel } from './uncounted-panel'

export const metadata: Metadata = { title: 'Not counted' }

export default async function CountingPage(props: AnalyticsPageProps) {
  const { problems, ...panel } = await readView(props)
  return (
    <Frame tab="counting" view={panel.view} problems={problems}>
      <Panels height="h-96">
        <UncountedPanel {...panel} />
      </Panels>
    </Frame>
  )
}
