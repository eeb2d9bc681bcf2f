import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { countUnrecorded } from '@/lib/clicks/overview'
import { isDemoPresent } from '@/lib/demo/present'
import { countOrdersByStatus } from '@/lib/orders/orders'
import { countCoverage } from '@/lib/routing/coverage'
import { unrecordedHere } from '@/lib/runtime'

const week = 7 * 24 * 60 * 60 * 1000

/** Orders that wait, what may send orders astray, and what is only for show. The worst have places of their own above. */
export async function OverviewWarnings() {
  const [{ unreachableRules, ambiguousProducts }, demo, orders] = await Promise.all([
    countCoverage(),
    isDemoPresent(),
    countOrdersByStatus(),
  ])
  const problems = describeProblems(unreachableRules, ambiguousProducts)
  if (!problems && !demo && orders.new === 0) return null
  return (
    <div className="space-y-3">
      {orders.new > 0 && (
        <Alert
          title={
            orders.new === 1
              ? '1 new order waits to be confirmed'
              : `${orders.new.toLocaleString('en')} new orders wait to be confirmed`
          }
          action={
            <LinkButton href="/admin/orders?status=new" size="sm">
              Look at orders
            </LinkButton>
          }
        />
      )}
      {problems && (
        <Alert
          tone="amber"
          title={problems}
          action={
            <LinkButton href="/admin/routing/coverage" size="sm">
              Look at coverage
            </LinkButton>
          }
        />
      )}
      {demo && (
        <Alert
          title="This is the demo shop"
          action={
            <LinkButton href="/admin/settings/demo" size="sm">
              Start with my own shop
            </LinkButton>
          }
        >
          Its products and numbers are made up. Remove them all when you start for real.
        </Alert>
      )}
    </div>
  )
}

/** Null where every rule can act and no two claim a product for different numbers. */
function describeProblems(unreachableRules: number, ambiguousProducts: number): string | null {
  const rules =
    unreachableRules > 0 &&
    (unreachableRules === 1 ? '1 rule has no products' : `${unreachableRules} rules have no products`)
  const products =
    ambiguousProducts > 0 &&
    (ambiguousProducts === 1
      ? '1 product matches rules with different numbers'
      : `${ambiguousProducts} products match rules with different numbers`)
  return [rules, products].filter(Boolean).join(', ') || null
}

/** Clicks of the last week that could be stored nowhere: in the database's books, or still in this process's. */
export async function UnrecordedWarning() {
  const count = (await countUnrecorded(new Date(Date.now() - week))) + unrecordedHere()
  if (count === 0) return null
  return (
    <Alert
      tone="red"
      title={
        count === 1 ? '1 click is not on record' : `${count.toLocaleString('en')} clicks are not on record`
      }
    >
      In the last 7 days the database and the disk both refused to store them. The shoppers got through all
      the same. Check that the server has free disk space and reaches its database.
    </Alert>
  )
}
