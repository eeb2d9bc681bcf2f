import { Badge, type BadgeTone } from '@/components/ui/badge'
import { IntentLink } from '@/components/ui/intent-link'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import type { ListedChange } from '@/lib/history/list-changes'
import { actionLabel, entityLabel } from './change-words'
import { Facts } from './facts'
import { historyHref } from './history-links'

type ChangesTableProps = { changes: ListedChange[]; timeZone: string; locale: string }

export function ChangesTable({ changes, timeZone, locale }: ChangesTableProps) {
  return (
    <Table>
      <caption className="sr-only">Changes, newest first</caption>
      <Thead>
        <Th>When</Th>
        <Th>What</Th>
        <Th>Change</Th>
        <Th>Who</Th>
      </Thead>
      <Tbody>
        {changes.map(change => (
          <Tr key={change.id} className="*:align-top">
            <Td className="whitespace-nowrap text-muted">
              <RelativeTime date={change.at} timeZone={timeZone} locale={locale} />
            </Td>
            <Td className="sm:w-64 sm:max-w-64">
              <span className="block min-w-0">
                <span className="block text-muted text-xs">{entityLabel(change.entity)}</span>
                <IntentLink
                  href={historyHref({ what: change.entity, id: change.entityId })}
                  title={`${change.label}: everything that happened to it`}
                  className="line-clamp-2 break-words font-medium underline-offset-4 hover:underline"
                >
                  {change.label}
                </IntentLink>
              </span>
            </Td>
            <Td className="max-sm:justify-start">
              <div className="flex min-w-0 flex-wrap items-start gap-x-3 gap-y-1.5">
                <Badge tone={tones[change.action]}>{actionLabel(change.action)}</Badge>
                <Facts facts={change.facts} />
              </div>
            </Td>
            <Td label="By" className="sm:max-w-56">
              <Who actor={change.actor} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}

const tones: Partial<Record<ListedChange['action'], BadgeTone>> = {
  created: 'green',
  restored: 'green',
  resumed: 'green',
  archived: 'amber',
  paused: 'amber',
  deleted: 'red',
}

function Who({ actor }: { actor: string | null }) {
  if (!actor) {
    return (
      <span className="text-muted" title="The app itself, an import by hand or plain SQL">
        No admin
      </span>
    )
  }
  return (
    <span className="block min-w-0 truncate" title={actor}>
      {actor}
    </span>
  )
}
