import type { Metadata } from 'next'
import { Suspense } from 'react'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { buildClickQuery, parseClickFilters } from '@/lib/clicks/filters'
import { findProductName, listClickNumbers } from '@/lib/clicks/questions'
import { ClicksPanel, ClicksPanelSkeleton } from './clicks-panel'
import { Filters } from './filters'
import { Summary, SummarySkeleton } from './summary'

export const metadata: Metadata = { title: 'Analytics' }

type AnalyticsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AnalyticsPage({ searchParams }: AnalyticsPageProps) {
  await requireUser()
  const [params, { timeZone, locale }, numbers] = await Promise.all([
    searchParams,
    currentSettings(),
    listClickNumbers(),
  ])
  const { filters, cursor, problems } = parseClickFilters({ params, now: new Date(), timeZone })
  const productName = filters.productId === null ? null : await findProductName(filters.productId)
  const view = { filters, timeZone, locale }
  // A new key shows the skeleton at once; going down the pages leaves the summary as it is.
  const key = buildClickQuery(filters)
  const goesDown = cursor?.direction === 'older'

  return (
    <>
      <PageHeader
        title="Analytics"
        description="Every press of a WhatsApp button: where it went, and why. Only people count."
      />
      <Filters filters={filters} numbers={numbers} productName={productName} locale={locale} />
      {problems.length > 0 && (
        <Alert tone="amber" className="mb-4">
          {problems.join(' ')}
        </Alert>
      )}
      <Suspense key={`summary${key}${goesDown ? '' : (cursor?.id ?? '')}`} fallback={<SummarySkeleton />}>
        <Summary {...view} mayBeKept={goesDown} />
      </Suspense>
      <Suspense key={`clicks${key}${cursor?.id ?? ''}`} fallback={<ClicksPanelSkeleton />}>
        <ClicksPanel {...view} cursor={cursor} />
      </Suspense>
    </>
  )
}
