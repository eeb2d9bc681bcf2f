'use client'

import { ChevronsDownUp, ChevronsUpDown, SearchX } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { NumberChoice } from '../number-fields'
import { useAddressState } from '../use-address-state'
import { SelectedCategories } from './selected-categories'
import { TreeTable } from './tree-table'
import { type TreeNode, type TreeQuery, treeHref, treeQuery, visibleNodes } from './visible-nodes'

type TreeListProps = { nodes: TreeNode[]; initial: TreeQuery; numbers: NumberChoice[]; locale: string }

/** Larger trees start with their branches closed: nobody reads hundreds of rows. */
const openedUpTo = 80
/** Of a search; more would be slow to draw. */
const most = 250

const whys = [
  { value: '', label: 'All categories' },
  { value: 'own', label: 'With a rule of their own' },
  { value: 'covered', label: 'Covered by one above' },
  { value: 'default', label: 'To the default number' },
]

export function TreeList({ nodes, initial, numbers, locale }: TreeListProps) {
  const [query, setQuery] = useAddressState({ initial, href: treeHref, parse: treeQuery.parse })
  const [closed, setClosed] = useState<ReadonlySet<number>>(() =>
    nodes.length > openedUpTo ? idsOfBranches(nodes) : new Set(),
  )
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const rows = visibleNodes(nodes, query, closed)
  const filtered = query.q !== '' || query.why !== ''

  function toggle(id: number) {
    const next = new Set(closed)
    if (!next.delete(id)) next.add(id)
    setClosed(next)
  }

  function choose(ids: readonly number[], on: boolean) {
    const next = new Set(chosen)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    setChosen(next)
  }

  return (
    <>
      <search className="mb-4 grid grid-cols-2 gap-2 sm:grid-cols-[minmax(12rem,1fr)_14rem_auto]">
        <Input
          type="search"
          value={query.q}
          onChange={event => setQuery({ ...query, q: event.target.value })}
          maxLength={200}
          dir="auto"
          aria-label="Search categories"
          placeholder="Category, path or who gets its orders"
          className="max-sm:col-span-full"
        />
        <Select
          aria-label="Which categories"
          value={query.why}
          onChange={event => setQuery(treeQuery.parse({ ...query, why: event.target.value }))}
          options={whys}
        />
        <Button
          disabled={filtered}
          onClick={() => setClosed(closed.size > 0 ? new Set() : idsOfBranches(nodes))}
        >
          {closed.size > 0 ? <ChevronsUpDown aria-hidden /> : <ChevronsDownUp aria-hidden />}
          {closed.size > 0 ? 'Open all' : 'Close all'}
        </Button>
      </search>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<SearchX />}
            title="No category found"
            body={query.q ? `Nothing matches “${query.q}”.` : 'No category goes this way.'}
            action={<Button onClick={() => setQuery(treeQuery.parse({}))}>Show all categories</Button>}
          />
        ) : (
          <TreeTable
            rows={filtered ? rows.slice(0, most) : rows}
            branches={!filtered}
            chosen={chosen}
            onChoose={choose}
            onToggle={toggle}
            locale={locale}
          />
        )}
        {filtered && rows.length > most && (
          <p className="border-t px-5 py-3 text-muted">
            {(rows.length - most).toLocaleString(locale)} more: search for them.
          </p>
        )}
      </Card>
      <SelectedCategories
        nodes={nodes}
        chosen={chosen}
        onChoose={setChosen}
        numbers={numbers}
        locale={locale}
      />
    </>
  )
}

function idsOfBranches(nodes: readonly TreeNode[]): Set<number> {
  return new Set(nodes.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))
}
