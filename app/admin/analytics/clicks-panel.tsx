import { Suspense } from 'react'
import { Card } from '@/components/ui/card'
import { Pager } from '@/components/ui/pagination'
import { Skeleton } from '@/components/ui/skeleton'
import type { ClickCursor, ClickFilters } from '@/lib/clicks/filters'
import { CLICKS_PER_PAGE, type ClickRow, listClicks } from '@/lib/clicks/questions'
import { ClickCount } from './click-count'
import { buildClickView } from './click-view'
import { ClicksTable } from './clicks-table'
import { ColumnsMenu } from './columns-menu'
import { countOf } from './count-of'
import type { ColumnId } from './layout-names'
import { NewClicks } from './new-clicks'
import { NoMatch } from './no-match'
import type { PanelProps } from './read-view'
import { clearedHref, drawnPage, lastPage, viewHref, viewQuery } from './view'

/** The log itself, newest first. */
export async function ClicksPanel({ view, now, timeZone, locale }: PanelProps) {
  const { filters, cursor, hidden } = view
  const { rows, hasNewer, hasOlder } = await listClicks({ filters, timeZone, cursor, limit: CLICKS_PER_PAGE })
  const [first, last] = [rows[0], rows.at(-1)]
  const home = viewHref(view, {})
  const page = drawnPage(view)
  const columns = shownColumns(filters.visitors)
  return (
    <div id="clicks" tabIndex={-1} className="scroll-mt-4 outline-none max-lg:scroll-mt-18">
      <Card
        flush
        title="Clicks"
        description={
          <Suspense
            key={viewQuery({ ...view, hidden: [] })}
            fallback={<Skeleton className="my-0.5 h-4 w-40" />}
          >
            <ClickCount filters={filters} timeZone={timeZone} locale={locale} />
          </Suspense>
        }
        action={
          first && <ColumnsMenu columns={columns} address={viewHref({ ...view, hidden: [] }, { page })} />
        }
      >
        {!hasNewer && (
          <NewClicks query={viewQuery(view, first && { direction: 'newer', click: first })} href={home} />
        )}
        {first && last ? (
          <>
            <ClicksTable
              clicks={rows.map(row => buildClickView(row, { timeZone, locale }))}
              hidden={[...hidden, ...(columns.includes('visitor') ? [] : ['visitor'])]}
              now={now}
              address={viewHref(view, { page })}
            />
            {(hasNewer || hasOlder) && (
              <Pager
                plain
                prevLabel="Newer"
                prevHref={hasNewer ? turn('newer', first) : null}
                nextLabel="Older"
                nextHref={hasOlder ? turn('older', last) : null}
                ends={{
                  firstLabel: 'Newest',
                  firstHref: hasNewer ? `${home}#clicks` : null,
                  lastLabel: 'Oldest',
                  lastHref: hasOlder ? `${viewHref(view, { page: lastPage })}#clicks` : null,
                }}
                summary={hasNewer ? 'Newest first' : `The newest ${rows.length}`}
              />
            )}
          </>
        ) : (
          <NoMatch
            filters={filters}
            onLaterPage={cursor !== null}
            archived={cursor === null ? (await countOf(filters, timeZone)).archived : 0}
            home={home}
            cleared={clearedHref(view, 'overview')}
          />
        )}
      </Card>
    </div>
  )

  function turn(direction: ClickCursor['direction'], click: ClickRow) {
    return `${viewHref(view, { page: { direction, click } })}#clicks`
  }
}

/** Who came is worth a column only where others than people are shown. */
function shownColumns(visitors: ClickFilters['visitors']): ColumnId[] {
  const all: ColumnId[] = ['time', 'page', 'device', 'visitor', 'number', 'why']
  return visitors === 'human' ? all.filter(column => column !== 'visitor') : all
}
