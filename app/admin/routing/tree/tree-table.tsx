'use client'

import { ChevronRight, FolderTree } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { cx } from '@/components/ui/cx'
import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import { NumberText } from '../number-text'
import type { TreeNode, visibleNodes } from './visible-nodes'

type TreeRow = ReturnType<typeof visibleNodes>[number]

type TreeTableProps = {
  rows: TreeRow[]
  /** Branches can be closed; in a search they are all open. */
  branches: boolean
  chosen: ReadonlySet<number>
  onChoose: (ids: readonly number[], on: boolean) => void
  onToggle: (id: number) => void
  locale: string
}

export function TreeTable({ rows, branches, chosen, onChoose, onToggle, locale }: TreeTableProps) {
  const ids = rows.filter(({ found }) => found).map(({ node }) => node.id)
  const count = ids.filter(id => chosen.has(id)).length
  return (
    <Table>
      <caption className="sr-only">Categories with the number that gets their orders</caption>
      <Thead>
        <Th className="w-4 pr-1!">
          <Checkbox
            label={`Select all ${ids.length.toLocaleString(locale)} categories shown`}
            checked={ids.length > 0 && count === ids.length}
            indeterminate={count > 0 && count < ids.length}
            onChange={event => onChoose(ids, event.target.checked)}
          />
        </Th>
        <Th>Category</Th>
        <Th>Orders go to</Th>
        <Th>Why</Th>
        <Th align="right">Products</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </Thead>
      <Tbody>
        {rows.map(({ node, found, open }) => {
          const name = (
            <Name
              node={node}
              found={found}
              branch={branches ? { open, onToggle: () => onToggle(node.id) } : null}
            />
          )
          if (!found) {
            return (
              <Tr key={node.id}>
                <Td className="py-1.5! max-sm:hidden" />
                <Td colSpan={5} className="py-1.5! max-sm:pl-8">
                  {name}
                </Td>
              </Tr>
            )
          }
          return (
            <Tr key={node.id} className="max-sm:relative">
              <Td className="pr-1! max-sm:absolute max-sm:top-5 max-sm:left-4">
                <Checkbox
                  label={`Select ${node.path.join(' › ')}`}
                  checked={chosen.has(node.id)}
                  onChange={event => onChoose([node.id], event.target.checked)}
                />
              </Td>
              <Td className="max-sm:min-h-10 max-sm:pr-24 max-sm:pl-8">{name}</Td>
              <Td label="Orders go to">
                {node.number ? <NumberText number={node.number} /> : <span className="text-red">Nobody</span>}
              </Td>
              <Td label="Why">
                <Why node={node} />
              </Td>
              <Td label="Products" align="right">
                {node.products.toLocaleString(locale)}
              </Td>
              <Td align="right" className="max-sm:absolute max-sm:top-2 max-sm:right-2">
                <RuleLink node={node} />
              </Td>
            </Tr>
          )
        })}
      </Tbody>
    </Table>
  )
}

type NameProps = Pick<TreeRow, 'node' | 'found'> & {
  branch: { open: boolean | null; onToggle: () => void } | null
}

function Name({ node: { path, depth }, found, branch }: NameProps) {
  const name = path.at(-1) ?? ''
  return (
    <span
      className="flex min-w-0 items-center gap-1"
      // Less on a phone, where six levels would leave no room for the name.
      style={{ paddingLeft: `min(${depth * 1.25}rem, ${depth * 2.5}vw)` }}
    >
      {branch && branch.open === null && <span aria-hidden className="size-7 shrink-0 max-sm:size-10" />}
      {branch && branch.open !== null && (
        <button
          type="button"
          aria-expanded={branch.open}
          aria-label={path.join(' › ')}
          title={branch.open ? 'Close this branch' : 'Open this branch'}
          onClick={branch.onToggle}
          className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-surface-2 max-sm:size-10"
        >
          <ChevronRight
            aria-hidden
            className={cx('size-4 transition-transform', branch.open && 'rotate-90')}
          />
        </button>
      )}
      <span className="sr-only">Level {depth + 1}: </span>
      <span
        title={path.join(' › ')}
        className={cx(
          'line-clamp-3 max-w-80 break-words max-sm:max-w-full',
          found ? 'font-medium' : 'text-muted',
        )}
      >
        {name}
      </span>
    </span>
  )
}

function Why({ node: { why, rule, coveredBy } }: { node: TreeNode }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5 max-sm:justify-end">
      {why === 'own' && <Badge tone="accent">Own rule</Badge>}
      {rule && why === 'own' && rule.coversSubcategories && (
        <Badge icon={<FolderTree aria-hidden />} title="Its rule also covers the categories below it">
          Covers below
        </Badge>
      )}
      {coveredBy && (
        <IntentLink
          href={`/admin/routing/${coveredBy.ruleId}`}
          title={`Covered by the rule of ${coveredBy.path.join(' › ')}`}
          className="min-w-0 max-w-56 truncate text-muted underline underline-offset-4"
        >
          From {coveredBy.path.at(-1)}
        </IntentLink>
      )}
      {why === 'default' && <span className="text-muted">Default number</span>}
      {rule?.paused && <Badge tone="amber">Own rule paused</Badge>}
    </span>
  )
}

function RuleLink({ node: { id, path, rule } }: { node: TreeNode }) {
  const category = path.join(' › ')
  return rule ? (
    <LinkButton
      href={`/admin/routing/${rule.id}`}
      size="sm"
      variant="ghost"
      aria-label={`Edit the rule for ${category}`}
    >
      Edit rule
    </LinkButton>
  ) : (
    <LinkButton
      href={`/admin/routing/new?category=${id}`}
      size="sm"
      variant="ghost"
      aria-label={`Add a rule for ${category}`}
    >
      Add rule
    </LinkButton>
  )
}
