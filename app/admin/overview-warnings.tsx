import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { countUnrecorded } from '@/lib/clicks/overview'
import { isDemoPresent } from '@/lib/demo/present'
import { listEmptyRuleCategories, listProductsWithSeveralRules } from '@/lib/routing/coverage'
import { unrecordedHere } from '@/lib/runtime'
import { Warnings } from './routing/warnings'

const week = 7 * 24 * 60 * 60 * 1000

/** What needs a look, the worst first. The missing default number has its own banner on every page. */
export async function OverviewWarnings() {
  const [stored, empty, shared, demo] = await Promise.all([
    countUnrecorded(new Date(Date.now() - week)),
    listEmptyRuleCategories(),
    listProductsWithSeveralRules({ limit: 5 }),
    isDemoPresent(),
  ])
  const unrecorded = stored + unrecordedHere()
  if (!unrecorded && !empty.length && !shared.total && !demo) return null
  return (
    <div className="space-y-3">
      {unrecorded > 0 && <Unrecorded count={unrecorded} />}
      <Warnings empty={empty} shared={shared} />
      {demo && (
        <Alert
          title="This is the demo shop"
          action={
            <LinkButton href="/admin/settings/demo" size="sm">
              Start with my own shop
            </LinkButton>
          }
        >
          Its products, numbers and clicks are made up. Remove them all when you start for real.
        </Alert>
      )}
    </div>
  )
}

function Unrecorded({ count }: { count: number }) {
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
