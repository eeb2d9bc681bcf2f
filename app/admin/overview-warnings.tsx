import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { countUnrecorded } from '@/lib/clicks/overview'
import { isDemoPresent } from '@/lib/demo/present'
import { listEmptyRuleCategories, listProductsWithSeveralRules } from '@/lib/routing/coverage'
import { unrecordedHere } from '@/lib/runtime'
import { Warnings } from './routing/warnings'

const week = 7 * 24 * 60 * 60 * 1000

/** What may send orders astray, and what is only for show. The worst have places of their own above. */
export async function OverviewWarnings() {
  const [empty, shared, demo] = await Promise.all([
    listEmptyRuleCategories(),
    listProductsWithSeveralRules({ limit: 5 }),
    isDemoPresent(),
  ])
  if (!empty.length && !shared.total && !demo) return null
  return (
    <div className="space-y-3">
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
          Its products and numbers are made up. Remove them all when you start for real.
        </Alert>
      )}
    </div>
  )
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
