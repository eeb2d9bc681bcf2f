import { cache, Suspense } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { countClicksByRule } from '@/lib/routing/rules'

const thirtyDays = 30 * 24 * 60 * 60 * 1000
const clicksByRule = cache(() => countClicksByRule(new Date(Date.now() - thirtyDays)))

type RuleClicksProps = { ruleId: number; locale: string }

/** Counting a month of clicks can take a second in a busy shop, so the table does not wait for it. */
export function RuleClicks(props: RuleClicksProps) {
  return (
    <Suspense fallback={<Skeleton className="ml-auto h-5 w-10" />}>
      <Count {...props} />
    </Suspense>
  )
}

async function Count({ ruleId, locale }: RuleClicksProps) {
  const clicks = await clicksByRule()
  return (clicks.get(ruleId) ?? 0).toLocaleString(locale)
}
