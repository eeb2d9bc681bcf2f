'use client'

import { useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { setDefaultNumberAction } from './actions'
import { type NumberChoice, NumberFields } from './number-fields'
import { type SaveState, untouched } from './save-state'

type DefaultNumberProps = {
  choices: NumberChoice[]
  current: { formatted: string } | null
}

/** The button that sets or changes the default number, with its dialog. */
export function DefaultNumberButton({ choices, current }: DefaultNumberProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title={current ? 'Change the default number' : 'Set the default number'}
      description="Orders without a matching rule and the floating button go here, from the moment you save."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={current ? 'secondary' : 'primary'} size="sm">
          {current ? 'Change' : 'Set default number'}
        </Button>
      }
    >
      <DefaultNumberForm choices={choices} current={current} onSaved={() => setOpen(false)} />
    </Dialog>
  )
}

function DefaultNumberForm({ choices, current, onSaved }: DefaultNumberProps & { onSaved: () => void }) {
  const [fields, setFields] = useState({ number: current?.formatted ?? '', label: '' })
  const [state, submit, pending] = useActionState(async (_: SaveState, form: FormData) => {
    const result = await setDefaultNumberAction(form)
    if (result.ok) {
      toast.success('Default number saved. It is in effect.')
      onSaved()
    }
    return result
  }, untouched)

  return (
    <ActionForm action={submit} className="space-y-5">
      <NumberFields
        choices={choices}
        {...fields}
        onChange={next => setFields({ ...fields, ...next })}
        errors={state.errors}
      />
      <div className="flex justify-end gap-2 pt-1 max-sm:flex-col-reverse">
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          Save number
        </Button>
      </div>
    </ActionForm>
  )
}
