import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Frame } from '../frame'
import { PanelSkeleton } from '../panel'
import { type AnalyticsPageProps, readView } from '../read-view'
import { ProductsPanel } from './products-panel'

export const metadata: Metadata = { title: 'Products asked for' }

export default async function AskedProductsPage(props: AnalyticsPageProps) {
  const { problems, ...panel } = await readView(props)
  return (
    <Frame tab="products" view={panel.view} problems={problems}>
      <Suspense fallback={<PanelSkeleton className="h-160" />}>
        <ProductsPanel {...panel} />
      </Suspense>
    </Frame>
  )
}
