'use client'

import { useRouter } from 'next/navigation'
import { useActionState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { type SaveState, untouched } from '../save-state'
import { archiveNumberAction } from './actions'

export type ArchivedNumber = {
  id: number
  /** Its label, or its digits as people read them. */
  name: string
  ruleCount: number
  backupForCount: number
  isDefault: boolean
  /** Who should take over unless somebody else is chosen: its backup, else the default number. */
  successorId: number | null
}

type ArchiveNumberProps = { number: ArchivedNumber; others: Option[] }

type ArchiveNumberDialogProps = ArchiveNumberProps & { open: boolean; onOpenChange: (open: boolean) => void }

/** Archives a number after asking where what it does should go. */
export function ArchiveNumberDialog({ open, onOpenChange, ...rest }: ArchiveNumberDialogProps) {
  return (
    <Dialog
      title={`Archive ${rest.number.name}?`}
      description={`${describeUses(rest.number)} It leaves the list; clicks and orders that went there keep showing it.`}
      open={open}
      onOpenChange={onOpenChange}
    >
      <ArchiveNumberForm {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

function ArchiveNumberForm({ number, others, onDone }: ArchiveNumberProps & { onDone: () => void }) {
  const router = useRouter()
  const [state, submit, pending] = useActionState(async (_: SaveState, form: FormData) => {
    const result = await archiveNumberAction(form)
    if (result.ok) {
      toast.success(`${number.name} is archived.`)
      onDone()
      router.push('/admin/routing/numbers')
    }
    return result
  }, untouched)
  const { ruleCount, backupForCount, isDefault } = number
  const inUse = ruleCount > 0 || backupForCount > 0 || isDefault
  const without = isDefault ? [] : [{ value: '', label: withoutTarget(number) }]

  return (
    <ActionForm action={submit} className="space-y-5">
      <input type="hidden" name="id" value={number.id} />
      {inUse && (
        <Field label="What it does goes to" error={state.errors.target}>
          <Combobox
            name="target"
            options={[...without, ...others]}
            defaultValue={number.successorId === null ? '' : String(number.successorId)}
            placeholder="Choose a number"
            searchPlaceholder="Search numbers"
            emptyText="No number is called that."
          />
        </Field>
      )}
      <div className="flex justify-end gap-2 pt-1 max-sm:flex-col-reverse">
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="danger" pending={pending}>
          Archive number
        </Button>
      </div>
    </ActionForm>
  )
}

function describeUses({ ruleCount, backupForCount, isDefault }: ArchivedNumber): string {
  const uses = [
    isDefault && 'is the default number',
    ruleCount > 0 &&
      (ruleCount === 1 ? 'is used by 1 rule' : `is used by ${ruleCount.toLocaleString()} rules`),
    backupForCount > 0 &&
      (backupForCount === 1 ? 'is the backup of 1 number' : `is the backup of ${backupForCount} numbers`),
  ].filter(use => use !== false)
  if (uses.length === 0) return 'Nothing uses it.'
  const last = uses.pop()
  return `It ${uses.length > 0 ? `${uses.join(', ')} and ` : ''}${last}.`
}

function withoutTarget({ ruleCount }: ArchivedNumber): string {
  if (ruleCount === 0) return 'Nobody'
  return ruleCount === 1
    ? 'Archive its rule too: those orders go on to the default number'
    : `Archive its ${ruleCount.toLocaleString()} rules too: those orders go on to the default number`
}
