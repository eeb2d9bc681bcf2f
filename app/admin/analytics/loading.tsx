import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { ClicksPanelSkeleton } from './clicks-panel'
import { SummarySkeleton } from './summary'

export default function Loading() {
  return (
    <div aria-busy role="status" aria-label="Loading">
      <PageHeader
        title="Analytics"
        description="Every press of a WhatsApp button: where it went, and why. Only people count."
      />
      <Skeleton className="mb-4 h-9 w-full max-lg:h-20" />
      <Skeleton className="mb-4 h-10 w-72" />
      <SummarySkeleton />
      <ClicksPanelSkeleton />
    </div>
  )
}
