import type { Metadata } from 'next'
import { Frame } from '../frame'
import { Panels } from '../panels'
import { type AnalyticsPageProps, readView } from '../read-view'
import { ProductsPanel } from './products-panel'

export const metadata: Metadata = { title: 'Products asked for' }

export default async function AskedProductsPage(props: AnalyticsPageProps) {
  const { problems, ...panel } = await readView(props)
  return (
    <Frame tab="products" view={panel.view} problems={problems}>
      <Panels height="h-160">
        <ProductsPanel {...panel} />
      </Panels>
    </Frame>
  )
}
