'use client'

import { Archive, ArrowDown, ArrowUp, MoreHorizontal, Package, Pencil, Plus, Route } from 'lucide-react'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu'
import type { TreeCategory } from '@/lib/catalog/categories'
import { moveCategoryAction } from './actions'

export type CategoryDialogKind = 'edit' | 'add' | 'archive'

type CategoryMenuProps = { category: TreeCategory; onOpen: (kind: CategoryDialogKind) => void }

export function CategoryMenu({ category, onOpen }: CategoryMenuProps) {
  const [pending, startTransition] = useTransition()
  const { id, name, rule } = category
  const move = (direction: 'up' | 'down') =>
    startTransition(async () => {
      await moveCategoryAction(id, direction)
    })

  return (
    <DropdownMenu
      trigger={
        <Button variant="ghost" size="sm" pending={pending} aria-label={`Actions for ${name}`}>
          {!pending && <MoreHorizontal aria-hidden />}
        </Button>
      }
    >
      <DropdownItem href={`/admin/products?category=${id}`}>
        <Package aria-hidden /> Show products
      </DropdownItem>
      <DropdownItem href={rule ? `/admin/routing/${rule.id}` : '/admin/routing/new'}>
        <Route aria-hidden /> {rule ? 'Edit rule' : 'Add rule'}
      </DropdownItem>
      <DropdownSeparator />
      <DropdownItem onSelect={() => onOpen('edit')}>
        <Pencil aria-hidden /> Rename or move
      </DropdownItem>
      <DropdownItem onSelect={() => onOpen('add')}>
        <Plus aria-hidden /> Add below
      </DropdownItem>
      <DropdownItem disabled={category.first} onSelect={() => move('up')}>
        <ArrowUp aria-hidden /> Move up
      </DropdownItem>
      <DropdownItem disabled={category.last} onSelect={() => move('down')}>
        <ArrowDown aria-hidden /> Move down
      </DropdownItem>
      <DropdownSeparator />
      <DropdownItem danger onSelect={() => onOpen('archive')}>
        <Archive aria-hidden /> Archive
      </DropdownItem>
    </DropdownMenu>
  )
}
