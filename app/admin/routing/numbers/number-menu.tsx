'use client'

import { Archive, MoreHorizontal, Pause, Pencil, Play } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/combobox-filter'
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu'
import { toast } from '@/components/ui/toast'
import { pauseNumberAction, resumeNumberAction } from './actions'
import { type ArchivedNumber, ArchiveNumberDialog } from './archive-number-dialog'

type NumberMenuProps = {
  number: ArchivedNumber & { paused: boolean }
  /** The other numbers, for its rules to go to. */
  others: Option[]
}

export function NumberMenu({ number, others }: NumberMenuProps) {
  const [archiving, setArchiving] = useState(false)
  const [pending, startTransition] = useTransition()
  const { id, name, paused } = number

  function switchNumber() {
    startTransition(async () => {
      const changed = await (paused ? resumeNumberAction(id) : pauseNumberAction(id))
      if (!changed) toast.error(`${name} was archived meanwhile.`)
      else if (paused) toast.success(`${name} takes orders again.`)
      else toast.success(`${name} is paused.`, { description: 'Its orders go to its backup meanwhile.' })
    })
  }

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
        <DropdownItem onSelect={switchNumber}>
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
