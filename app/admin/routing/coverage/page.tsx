import type { Metadata } from 'next'
import { Suspense } from 'react'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { RoutingTabs } from '../routing-tabs'
import { Report } from './report'

export const metadata: Metadata = { title: 'Coverage' }

export default async function CoveragePage() {
  await requireUser()
  return (
    <>
      <PageHeader
        title="Coverage"
        description="What no rule reaches, what several claim, and what does nothing. Clicks are those of the last 30 days."
      />
      <RoutingTabs />
      <Suspense fallback={<ReportSkeleton />}>
        <Report />
      </Suspense>
    </>
  )
}

function ReportSkeleton() {
  return (
    <div aria-hidden className="space-y-6">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(tile => (
          <Skeleton key={tile} className="h-19 rounded-lg" />
        ))}
      </div>
      <Card>
        <Skeleton className="h-5 w-64" />
        <Skeleton className="mt-5 h-40" />
      </Card>
    </div>
  )
}
