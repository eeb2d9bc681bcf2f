'use client'

import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import type { Option } from '@/components/ui/combobox-filter'
import { IntentLink } from '@/components/ui/intent-link'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import type { TreeCategory } from '@/lib/catalog/categories'
import { findSubtree } from '@/lib/catalog/category-tree'
import { ArchiveCategoryDialog } from './archive-category-dialog'
import { CategoryDialog } from './category-dialog'
import { type CategoryDialogKind, CategoryMenu } from './category-menu'

type CategoryTreeProps = { categories: TreeCategory[]; parents: Option[]; locale: string }

export function CategoryTree({ categories, parents, locale }: CategoryTreeProps) {
  const [dialog, setDialog] = useState<{ kind: CategoryDialogKind; category: TreeCategory } | null>(null)
  const close = (open: boolean) => {
    if (!open) setDialog(null)
  }
  const category = dialog?.category
  const branch = category ? findSubtree(categories, category.id) : new Set<number>()
  return (
    <>
      <Table>
        <Thead>
          <Th>Category</Th>
          <Th>Rule</Th>
          <Th align="right">Products</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </Thead>
        <Tbody>
          {categories.map(each => (
            <CategoryRow
              key={each.id}
              category={each}
              locale={locale}
              onOpen={kind => setDialog({ kind, category: each })}
            />
          ))}
        </Tbody>
      </Table>
      {category && dialog.kind === 'archive' && (
        <ArchiveCategoryDialog
          category={category}
          below={branch.size - 1}
          rules={categories.filter(({ id, rule }) => branch.has(id) && rule && !rule.pausedAt).length}
          onOpenChange={close}
        />
      )}
      {category && dialog.kind !== 'archive' && (
        <CategoryDialog
          category={dialog.kind === 'edit' ? category : null}
          parentId={dialog.kind === 'edit' ? category.parentId : category.id}
          // A category can't stand below itself.
          parents={
            dialog.kind === 'edit' ? parents.filter(({ value }) => !branch.has(Number(value))) : parents
          }
          open
          onOpenChange={close}
        />
      )}
    </>
  )
}

type CategoryRowProps = {
  category: TreeCategory
  locale: string
  onOpen: (kind: CategoryDialogKind) => void
}

function CategoryRow({ category, locale, onOpen }: CategoryRowProps) {
  const { id, name, depth, isDemo, rule, coveredBy, products } = category
  return (
    <Tr className="max-sm:relative">
      <Td className="max-sm:pr-14">
        <span
          className="flex min-w-0 items-center gap-2"
          style={{ paddingLeft: `${Math.min(depth, 6) * 1.5}rem` }}
        >
          {depth > 0 && (
            <span aria-hidden className="-mt-2 -ml-4 size-2.5 shrink-0 rounded-bl border-b border-l" />
          )}
          <IntentLink
            href={`/admin/products?category=${id}`}
            title={name}
            className="max-w-80 truncate font-medium underline-offset-4 hover:underline max-sm:max-w-52"
          >
            {name}
          </IntentLink>
          {isDemo && <Badge tone="amber">Demo</Badge>}
        </span>
      </Td>
      <Td label="Rule">
        <RuleText rule={rule} coveredBy={coveredBy} />
      </Td>
      <Td label="Products" align="right">
        {products.toLocaleString(locale)}
      </Td>
      <Td align="right" className="max-sm:absolute max-sm:top-1 max-sm:right-2">
        <CategoryMenu category={category} onOpen={onOpen} />
      </Td>
    </Tr>
  )
}

/** Its own rule, else the one above that covers it. */
function RuleText({ rule, coveredBy }: Pick<TreeCategory, 'rule' | 'coveredBy'>) {
  const shown = rule ?? coveredBy
  if (!shown) return <span className="text-muted">No rule</span>
  const label = shown.label || shown.number
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 max-sm:justify-end">
      <IntentLink href={`/admin/routing/${shown.id}`} title={shown.number} className="min-w-0">
        <Badge tone={shown.pausedAt ? 'neutral' : 'accent'}>
          {shown.pausedAt ? `${label}, paused` : label}
        </Badge>
      </IntentLink>
      {coveredBy && (
        <span className="max-w-48 truncate text-muted text-xs" title={coveredBy.name}>
          {rule ? 'meanwhile as' : 'from'} <bdi>{coveredBy.name}</bdi>
        </span>
      )}
    </span>
  )
}
