'use client'

import { Archive, MoreHorizontal, Pause, Pencil, Play } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/combobox-filter'
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu'
import { type ArchivedNumber, ArchiveNumberDialog } from './archive-number-dialog'
import { type SwitchedNumber, switchNumber } from './switch-number'

type NumberMenuProps = {
  number: ArchivedNumber & SwitchedNumber
  /** The other numbers, for its rules to go to. */
  others: Option[]
}

export function NumberMenu({ number, others }: NumberMenuProps) {
  const [archiving, setArchiving] = useState(false)
  const [pending, startTransition] = useTransition()
  const { id, name, paused } = number

  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="ghost" size="sm" pending={pending} aria-label={`Actions for ${name}`}>
            {!pending && <MoreHorizontal aria-hidden />}
          </Button>
        }
      >
        <DropdownItem href={`/admin/routing/numbers/${id}`}>
          <Pencil aria-hidden /> Edit
        </DropdownItem>
        <DropdownItem onSelect={() => startTransition(() => switchNumber(number))}>
          {paused ? <Play aria-hidden /> : <Pause aria-hidden />} {paused ? 'Resume' : 'Pause'}
        </DropdownItem>
        <DropdownSeparator />
        <DropdownItem danger onSelect={() => setArchiving(true)}>
          <Archive aria-hidden /> Archive
        </DropdownItem>
      </DropdownMenu>
      <ArchiveNumberDialog number={number} others={others} open={archiving} onOpenChange={setArchiving} />
    </>
  )
}
