import { MousePointerClick, SearchX } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Pager } from '@/components/ui/pagination'
import { Skeleton } from '@/components/ui/skeleton'
import { buildClickQuery, type ClickCursor, type ClickFilters } from '@/lib/clicks/filters'
import { listClicks } from '@/lib/clicks/questions'
import { buildClickView } from './click-view'
import { ClicksTable } from './clicks-table'
import { NewClicks } from './new-clicks'

const PAGE_SIZE = 50

type ClicksPanelProps = {
  filters: ClickFilters
  cursor: ClickCursor | null
  timeZone: string
  locale: string
}

export async function ClicksPanel({ filters, cursor, timeZone, locale }: ClicksPanelProps) {
  const { rows, hasNewer, hasOlder } = await listClicks({ filters, timeZone, cursor, limit: PAGE_SIZE })
  const home = `/admin/analytics${buildClickQuery(filters)}`
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) {
    return (
      <Card flush>
        {cursor === null && <NewClicks query={buildClickQuery(filters)} href={home} />}
        <Nothing filters={filters} onLaterPage={cursor !== null} />
      </Card>
    )
  }
  const turn = (direction: ClickCursor['direction'], click: typeof first) =>
    `/admin/analytics${buildClickQuery(filters, { direction, click })}#clicks`
  return (
    <div id="clicks" className="scroll-mt-4 max-lg:scroll-mt-18">
      <Card flush>
        {!hasNewer && (
          <NewClicks query={buildClickQuery(filters, { direction: 'newer', click: first })} href={home} />
        )}
        <ClicksTable
          clicks={rows.map(row => buildClickView(row, { timeZone, locale }))}
          showsEveryone={filters.visitors !== 'human'}
          timeZone={timeZone}
          locale={locale}
        />
        {(hasNewer || hasOlder) && (
          <Pager
            prevHref={hasNewer ? turn('newer', first) : null}
            nextHref={hasOlder ? turn('older', last) : null}
            prevLabel="Newer"
            nextLabel="Older"
            summary={hasNewer ? 'Newest first' : `The newest ${rows.length}`}
          />
        )}
      </Card>
    </div>
  )
}

function Nothing({ filters, onLaterPage }: { filters: ClickFilters; onLaterPage: boolean }) {
  const query = buildClickQuery(filters)
  if (query === '' && !onLaterPage) {
    return (
      <EmptyState
        icon={<MousePointerClick />}
        title="No clicks in the last 30 days"
        body="Put a product’s redirect link behind your “Order on WhatsApp” button. The first tap shows up here at once, with where it went and why."
        action={
          <>
            <LinkButton href="/admin/products" variant="primary">
              Copy a product’s link
            </LinkButton>
            <LinkButton href="/admin/analytics?range=all&visitors=everyone">Show all time</LinkButton>
          </>
        }
      />
    )
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={onLaterPage ? 'No more clicks here' : 'No clicks match'}
      body="Try fewer words, a longer period, or take bots, previews and repeats in. Every word of a search has to match."
      action={
        <LinkButton href={onLaterPage ? `/admin/analytics${query}` : '/admin/analytics'}>
          {onLaterPage ? 'Back to the newest' : 'Clear all filters'}
        </LinkButton>
      }
    />
  )
}

export function ClicksPanelSkeleton() {
  return (
    <Card flush>
      <div aria-hidden className="divide-y">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(row => (
          <div key={row} className="flex h-16 items-center gap-6 px-5">
            <Skeleton className="h-4 w-20" />
            <Skeleton className="size-8" />
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-5 w-24 max-sm:hidden" />
            <Skeleton className="h-5 w-20 max-sm:hidden" />
            <Skeleton className="h-4 flex-1 max-lg:hidden" />
          </div>
        ))}
      </div>
    </Card>
  )
}
