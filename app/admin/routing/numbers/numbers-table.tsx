'use client'

import { Suspense, use } from 'react'
import { Badge } from '@/components/ui/badge'
import type { Option } from '@/components/ui/combobox-filter'
import { IntentLink } from '@/components/ui/intent-link'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import { NumberMenu } from './number-menu'
import type { NumberRow } from './number-row'
import { StateBadge } from './state-badge'
import { TestLink } from './test-link'
import { Tested } from './tested'

type NumbersTableProps = {
  numbers: NumberRow[]
  /** Every number, to hand its work to. */
  options: Option[]
  clicks: Promise<ReadonlyMap<number, number>>
  timeZone: string
  locale: string
}

export function NumbersTable({ numbers, options, clicks, timeZone, locale }: NumbersTableProps) {
  return (
    <Table>
      <caption className="sr-only">WhatsApp numbers</caption>
      <Thead>
        <Th>Number</Th>
        <Th>Now</Th>
        <Th className="sm:max-xl:hidden">Backup</Th>
        <Th>Used by</Th>
        <Th align="right">Clicks, 30 days</Th>
        <Th>Last tested</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </Thead>
      <Tbody>
        {numbers.map(number => (
          <Tr key={number.id} className="max-sm:relative">
            <Td>
              <Name number={number} />
            </Td>
            <Td label="Now">
              <StateBadge state={number.state} hours={number.hours} />
            </Td>
            <Td label="Backup" className="sm:max-xl:hidden">
              {number.backup ? (
                <IntentLink
                  href={`/admin/routing/numbers/${number.backup.id}`}
                  title={number.backup.name}
                  className="block max-w-40 truncate underline-offset-4 hover:underline"
                >
                  {number.backup.name}
                </IntentLink>
              ) : (
                <span className="whitespace-nowrap text-muted">
                  {number.isDefault ? 'None' : 'Default number'}
                </span>
              )}
            </Td>
            <Td label="Used by">
              <UsedBy number={number} locale={locale} />
            </Td>
            <Td label="Clicks, 30 days" align="right">
              <Suspense fallback={<Skeleton className="ml-auto h-5 w-10" />}>
                <Clicks id={number.id} clicks={clicks} locale={locale} />
              </Suspense>
            </Td>
            <Td label="Last tested">
              <span className="flex min-w-0 items-center justify-between gap-3">
                <Tested number={number} timeZone={timeZone} locale={locale} />
                <span className="sm:max-xl:hidden">
                  <TestLink id={number.id} href={`https://wa.me/${number.digits}`} name={number.name} />
                </span>
              </span>
            </Td>
            <Td align="right" className="max-sm:absolute max-sm:top-1.5 max-sm:right-2">
              <NumberMenu
                number={number}
                others={options.filter(({ value }) => value !== String(number.id))}
              />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}

function Name({ number: { id, label, name, formatted, isDemo, doubt } }: { number: NumberRow }) {
  return (
    <span className="block min-w-0 max-w-64 max-xl:max-w-44 max-sm:max-w-full max-sm:pr-12">
      <IntentLink
        href={`/admin/routing/numbers/${id}`}
        title={name}
        className="line-clamp-3 break-words font-medium tabular underline-offset-4 hover:underline"
      >
        {name}
      </IntentLink>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {label && <span className="whitespace-nowrap text-muted tabular">{formatted}</span>}
        {isDemo && <Badge tone="amber">Demo</Badge>}
        {doubt && (
          <Badge tone="amber" title={doubt}>
            Check this number
          </Badge>
        )}
      </span>
    </span>
  )
}

function UsedBy({ number, locale }: { number: NumberRow; locale: string }) {
  const { id, isDefault, ruleCount, backupForCount } = number
  if (!isDefault && ruleCount === 0 && backupForCount === 0)
    return <span className="text-muted">Nothing</span>
  return (
    <span className="flex flex-col gap-0.5 max-sm:items-end">
      {isDefault && <span>Default number</span>}
      {ruleCount > 0 && (
        <IntentLink href={`/admin/routing?number=${id}`} className="underline-offset-4 hover:underline">
          {ruleCount === 1 ? '1 rule' : `${ruleCount.toLocaleString(locale)} rules`}
        </IntentLink>
      )}
      {backupForCount > 0 && (
        <span className="text-muted">
          Backup of {backupForCount === 1 ? '1 number' : `${backupForCount.toLocaleString(locale)} numbers`}
        </span>
      )}
    </span>
  )
}

function Clicks({ id, clicks, locale }: { id: number; locale: string } & Pick<NumbersTableProps, 'clicks'>) {
  return (use(clicks).get(id) ?? 0).toLocaleString(locale)
}
