'use client'

import { useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { assignNumberAction } from './actions'
import { type NumberChoice, NumberFields } from './number-fields'
import { type SaveState, untouched } from './save-state'

type AssignNumberProps = {
  categoryIds: number[]
  numbers: NumberChoice[]
  onDone: () => void
}

type AssignNumberDialogProps = AssignNumberProps & { open: boolean; onOpenChange: (open: boolean) => void }

/** Sends the orders of all these categories to one number: rules they have are changed, those without get one. */
export function AssignNumberDialog({ open, onOpenChange, onDone, ...rest }: AssignNumberDialogProps) {
  const count = rest.categoryIds.length
  return (
    <Dialog
      title={`Send ${countCategories(count)} to a number`}
      description="Categories without a rule get one. Paused rules stay paused; everything else takes effect at once."
      open={open}
      onOpenChange={onOpenChange}
    >
      <AssignNumberForm
        {...rest}
        onDone={() => {
          onOpenChange(false)
          onDone()
        }}
      />
    </Dialog>
  )
}

function AssignNumberForm({ categoryIds, numbers, onDone }: AssignNumberProps) {
  const [fields, setFields] = useState({ number: '', label: '' })
  const [state, submit, pending] = useActionState(async (_: SaveState, form: FormData) => {
    const result = await assignNumberAction(categoryIds, form)
    if (result.ok) {
      toast.success(`${countCategories(categoryIds.length)} sent there. It is in effect.`)
      onDone()
    }
    return result
  }, untouched)
  return (
    <ActionForm action={submit} className="space-y-5">
      {state.message && <Alert tone="red">{state.message}</Alert>}
      <NumberFields
        choices={numbers}
        {...fields}
        onChange={next => setFields({ ...fields, ...next })}
        errors={state.errors}
      />
      <div className="flex justify-end gap-2 pt-1 max-sm:flex-col-reverse">
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          Send them there
        </Button>
      </div>
    </ActionForm>
  )
}

function countCategories(count: number): string {
  return count === 1 ? '1 category' : `${count.toLocaleString()} categories`
}
