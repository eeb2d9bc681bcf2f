import type { Metadata } from 'next'
import { Suspense } from 'react'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { isolate } from '@/lib/isolate'
import { formatNumber } from '@/lib/whatsapp/number'
import { Figures, FiguresSkeleton } from './figures'
import { LatestClicks } from './latest-clicks'
import { OverviewWarnings, UnrecordedWarning } from './overview-warnings'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage() {
  await requireUser()
  const { defaultNumber } = await currentSettings()
  return (
    <>
      <PageHeader
        title="Overview"
        description={
          defaultNumber
            ? `Orders without a matching rule go to ${defaultNumber.label ? `${isolate(defaultNumber.label)}, ` : ''}${formatNumber(defaultNumber.digits)}.`
            : 'Shoppers can’t reach you yet: set the default number first.'
        }
      />
      <div className="space-y-6">
        <Suspense fallback={null}>
          <UnrecordedWarning />
        </Suspense>
        <Suspense fallback={<FiguresSkeleton />}>
          <Figures />
        </Suspense>
        <Suspense fallback={null}>
          <OverviewWarnings />
        </Suspense>
        <Card
          title="Latest clicks"
          description="By people, newest first"
          action={
            <LinkButton href="/admin/analytics" size="sm">
              All clicks
            </LinkButton>
          }
          flush
        >
          <Suspense fallback={<Skeleton className="m-5 h-96" />}>
            <LatestClicks />
          </Suspense>
        </Card>
      </div>
    </>
  )
}
