import { Archive, MousePointerClick, SearchX } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { buildClickQuery, type ClickFilters } from '@/lib/clicks/filters'

type NoMatchProps = {
  filters: ClickFilters
  onLaterPage: boolean
  /** How many clicks match that are kept as totals only. */
  archived: number
  /** The addresses of the view's first page, and of the view without filters. */
  home: string
  cleared: string
}

/** An empty table: nothing yet, nothing that matches, nothing but totals, or a page behind the last click. */
export function NoMatch({ filters, onLaterPage, archived, home, cleared }: NoMatchProps) {
  if (onLaterPage) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No more clicks here"
        body="Older clicks may have been taken out of the list; the totals still count them."
        action={<LinkButton href={home}>Back to the newest</LinkButton>}
      />
    )
  }
  if (archived > 0) {
    return (
      <EmptyState
        icon={<Archive />}
        title="Kept as totals only"
        body={
          'Each click is kept only so long, and these are older: figures and charts count them, but there are no lines to show. How long is set in Settings\u00a0›\u00a0Clicks.'
        }
        action={<LinkButton href="/admin/settings/clicks">See how long clicks are kept</LinkButton>}
      />
    )
  }
  if (buildClickQuery(filters) !== '') {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No clicks match"
        body="Try fewer words, a longer period, or take bots, previews and repeats in. Every word of a search has to match."
        action={<LinkButton href={cleared}>Clear all filters</LinkButton>}
      />
    )
  }
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
