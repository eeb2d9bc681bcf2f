'use client'

import { FolderTree } from 'lucide-react'
import { Suspense, use } from 'react'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { IntentLink } from '@/components/ui/intent-link'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import { NumberText } from './number-text'
import { RuleMenu } from './rule-menu'
import type { RuleRow } from './rules-filter'

type RulesTableProps = {
  /** The rows on the screen, of `all` that were found. */
  rules: RuleRow[]
  all: RuleRow[]
  chosen: ReadonlySet<number>
  onChoose: (ids: readonly number[], on: boolean) => void
  clicks: Promise<ReadonlyMap<number, number>>
  otherwise: string
  locale: string
}

export function RulesTable({ rules, all, chosen, onChoose, clicks, otherwise, locale }: RulesTableProps) {
  const ids = all.map(({ id }) => id)
  const count = ids.filter(id => chosen.has(id)).length
  const chooseAll = (
    <Checkbox
      label={`Select all ${all.length.toLocaleString(locale)} rules`}
      checked={count === ids.length}
      indeterminate={count > 0 && count < ids.length}
      onChange={event => onChoose(ids, event.target.checked)}
    />
  )
  return (
    <>
      <div className="flex items-center gap-3 border-b px-4 py-2 text-muted sm:hidden">
        {chooseAll} Select all {all.length.toLocaleString(locale)}
      </div>
      <Table>
        <caption className="sr-only">Routing rules</caption>
        <Thead>
          <Th className="w-4 pr-1!">{chooseAll}</Th>
          <Th>Category</Th>
          <Th>Sends orders to</Th>
          <Th align="right" className="sm:max-lg:hidden">
            Products
          </Th>
          <Th align="right">Clicks, 30 days</Th>
          <Th>Status</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </Thead>
        <Tbody>
          {rules.map(rule => (
            <Tr key={rule.id} className="max-sm:relative">
              <Td className="pr-1! max-sm:absolute max-sm:top-3.5 max-sm:left-4">
                <Checkbox
                  label={`Select ${rule.path.join(' › ')}`}
                  checked={chosen.has(rule.id)}
                  onChange={event => onChoose([rule.id], event.target.checked)}
                />
              </Td>
              <Td>
                <CategoryPath rule={rule} />
              </Td>
              <Td label="Sends orders to">
                <IntentLink
                  href={`/admin/routing/numbers/${rule.number.id}`}
                  className="block min-w-0 rounded underline-offset-4 hover:underline"
                >
                  <NumberText number={rule.number} />
                </IntentLink>
              </Td>
              <Td label="Products" align="right" className="sm:max-lg:hidden">
                {rule.state === 'active' ? rule.products.toLocaleString(locale) : '–'}
              </Td>
              <Td label="Clicks, 30 days" align="right">
                <Suspense fallback={<Skeleton className="ml-auto h-5 w-10" />}>
                  <Clicks id={rule.id} clicks={clicks} locale={locale} />
                </Suspense>
              </Td>
              <Td label="Status">
                <RuleState state={rule.state} />
              </Td>
              <Td align="right" className="max-sm:absolute max-sm:top-2 max-sm:right-2">
                <RuleMenu rule={rule} otherwise={otherwise} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  )
}

function CategoryPath({ rule: { id, path, coversSubcategories } }: { rule: RuleRow }) {
  const parents = path.slice(0, -1).join(' › ')
  return (
    <span className="block min-w-0 max-w-80 max-xl:max-w-56 max-sm:max-w-full max-sm:pr-12 max-sm:pl-8">
      <IntentLink href={`/admin/routing/${id}`} title={path.join(' › ')} className="group block">
        {parents && <span className="line-clamp-4 break-words text-muted text-xs">{parents}</span>}
        <span className="line-clamp-3 break-words font-medium underline-offset-4 group-hover:underline">
          {path.at(-1)}
        </span>
      </IntentLink>
      {coversSubcategories && (
        <span className="mt-0.5 flex items-center gap-1.5 text-muted text-xs">
          <FolderTree aria-hidden className="size-3" /> and its subcategories
        </span>
      )}
    </span>
  )
}

function Clicks({ id, clicks, locale }: { id: number; locale: string } & Pick<RulesTableProps, 'clicks'>) {
  return (use(clicks).get(id) ?? 0).toLocaleString(locale)
}

function RuleState({ state }: { state: RuleRow['state'] }) {
  if (state === 'active') return <Badge tone="green">Active</Badge>
  if (state === 'paused') return <Badge title="Orders go elsewhere until it is resumed">Paused</Badge>
  return (
    <Badge
      tone="amber"
      title="The category is archived, so this rule no longer acts. Restore the category or archive the rule."
    >
      Category archived
    </Badge>
  )
}
