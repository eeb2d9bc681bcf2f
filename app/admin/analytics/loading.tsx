import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { PanelSkeleton } from './panel'

export default function Loading() {
  return (
    <div aria-busy role="status" aria-label="Loading">
      <PageHeader
        title="Analytics"
        description="Every press of a WhatsApp button: where it went, and why. Only people count."
      />
      <Skeleton className="mb-6 h-10" />
      <Skeleton className="mb-4 h-9 max-sm:h-24" />
      <PanelSkeleton className="h-70" />
    </div>
  )
}
