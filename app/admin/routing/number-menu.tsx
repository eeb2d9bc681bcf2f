'use client'

import { Archive, ExternalLink, MoreHorizontal, Pencil } from 'lucide-react'
import { useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { archiveNumberAction, renameNumberAction } from './actions'
import { type SaveState, untouched } from './save-state'

type NumberMenuProps = {
  number: { id: number; digits: string; label: string }
  formatted: string
  inUse: boolean
}

export function NumberMenu({ number, formatted, inUse }: NumberMenuProps) {
  const [open, setOpen] = useState<'label' | 'archive' | null>(null)
  const close = (isOpen: boolean) => !isOpen && setOpen(null)
  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="ghost" size="sm" aria-label={`Actions for ${number.label || formatted}`}>
            <MoreHorizontal aria-hidden />
          </Button>
        }
      >
        <DropdownItem onSelect={() => setOpen('label')}>
          <Pencil aria-hidden /> Edit label
        </DropdownItem>
        <DropdownItem href={`https://wa.me/${number.digits}`} external>
          <ExternalLink aria-hidden /> Open in WhatsApp
        </DropdownItem>
        {!inUse && (
          <>
            <DropdownSeparator />
            <DropdownItem danger onSelect={() => setOpen('archive')}>
              <Archive aria-hidden /> Archive
            </DropdownItem>
          </>
        )}
      </DropdownMenu>
      <Dialog title="Edit label" description={formatted} open={open === 'label'} onOpenChange={close}>
        <LabelForm number={number} onSaved={() => setOpen(null)} />
      </Dialog>
      <ConfirmDialog
        title={`Archive ${formatted}?`}
        body="No rule uses this number. It leaves this list; clicks and orders that went there keep showing it."
        confirmLabel="Archive number"
        open={open === 'archive'}
        onOpenChange={close}
        action={async () => {
          if (!(await archiveNumberAction(number.id)))
            return { error: 'This number is in use again, so it stays.' }
          toast.success(`${formatted} is archived.`)
        }}
      />
    </>
  )
}

function LabelForm({ number, onSaved }: { number: NumberMenuProps['number']; onSaved: () => void }) {
  const [state, submit, pending] = useActionState(async (_: SaveState, form: FormData) => {
    const result = await renameNumberAction(form)
    if (result.ok) {
      toast.success('Label saved.')
      onSaved()
    }
    return result
  }, untouched)
  return (
    <ActionForm action={submit} className="space-y-5">
      <input type="hidden" name="id" value={number.id} />
      <Field
        label="Label"
        note="optional"
        error={state.errors.label}
        hint="For example “Ana, Shoes”. Shoppers never see it."
      >
        <Input name="label" defaultValue={number.label} maxLength={80} autoComplete="off" />
      </Field>
      <div className="flex justify-end gap-2 max-sm:flex-col-reverse">
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          Save label
        </Button>
      </div>
    </ActionForm>
  )
}
