import { X } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'
import type { ChangeQuery } from '@/lib/history/change-query'
import type { ListedChange } from '@/lib/history/list-changes'
import { entityLabel } from './change-words'
import { historyHref } from './history-links'

type OnlyThisProps = { query: ChangeQuery; newest: ListedChange | undefined }

/** Says that the list is one thing's own history, and leads back. */
export function OnlyThis({ query, newest }: OnlyThisProps) {
  if (!query.what || query.id === undefined) return null
  const { after, before, ...rest } = query
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="min-w-0 break-words">
        Only {entityLabel(query.what).toLowerCase()}{' '}
        <strong className="font-medium">{newest?.label ?? `#${query.id}`}</strong>
      </span>
      <LinkButton href={historyHref({ ...rest, what: undefined, id: undefined })} size="sm">
        <X aria-hidden /> Show everything
      </LinkButton>
    </p>
  )
}
