import { History as HistoryIcon, SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pagination'
import { changeQuery } from '@/lib/history/change-query'
import { listActors, listChanges } from '@/lib/history/list-changes'
import { RoutingTabs } from '../routing-tabs'
import { ChangesTable } from './changes-table'
import { HistoryFilter } from './history-filter'
import { historyHref, isFiltered } from './history-links'
import { OnlyThis } from './only-this'

export const metadata: Metadata = { title: 'Routing history' }

const pageSize = 50

type HistoryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  await requireUser()
  const query = changeQuery.parse(await searchParams)
  const { timeZone, locale } = await currentSettings()
  const [{ changes, newer, older }, actors] = await Promise.all([
    listChanges({ query, timeZone, limit: pageSize }),
    listActors(),
  ])
  return (
    <>
      <PageHeader
        title="History"
        description="Every change of rules, numbers, settings and categories: who made it, when, what was before and after."
      />
      <RoutingTabs />
      <HistoryFilter actors={actors} />
      <OnlyThis query={query} newest={changes[0]} />
      <Card flush>
        {changes.length > 0 ? (
          <>
            <ChangesTable changes={changes} timeZone={timeZone} locale={locale} />
            {(newer || older) && (
              <Pager
                prevHref={newer && historyHref({ ...query, after: undefined, before: newer })}
                nextHref={older && historyHref({ ...query, before: undefined, after: older })}
                prevLabel="Newer"
                nextLabel="Older"
              />
            )}
          </>
        ) : isFiltered(query) ? (
          <EmptyState
            icon={<SearchX />}
            title="No changes match"
            body="Try fewer words, another kind of thing, or a longer time."
            action={<LinkButton href="/admin/routing/history">Show everything</LinkButton>}
          />
        ) : (
          <EmptyState
            icon={<HistoryIcon />}
            title="No changes yet"
            body="From now on every change shows up here, with who made it and what it was before."
          />
        )}
      </Card>
    </>
  )
}
