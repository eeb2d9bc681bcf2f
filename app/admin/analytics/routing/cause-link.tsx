import Link from 'next/link'
import { findMainCause } from '@/lib/clicks/findings'
import type { RoutingHealth } from '@/lib/clicks/routing-health'
import { type AnalyticsView, viewHref } from '../view'

/** From why most clicks went to the default number to what mends it, or else to those clicks. */
export function CauseLink({ health, view }: { health: RoutingHealth; view: AnalyticsView }) {
  const reason = findMainCause(health)?.reason
  // The rules to add stand below.
  if (!reason || (reason === 'no_rule' && health.missingRules.length > 0)) return null
  const [href, label] =
    reason === 'no_category'
      ? ['/admin/products?category=none', 'See the products in no category']
      : [viewHref(view, { filters: { reason } }), 'See these clicks']
  return (
    <Link href={href} prefetch={false} className="whitespace-nowrap text-accent underline underline-offset-4">
      {label}
    </Link>
  )
}
