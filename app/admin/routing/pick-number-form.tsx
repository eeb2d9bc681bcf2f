'use client'

import { useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { DialogClose } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { type NumberChoice, NumberFields } from './number-fields'
import { type SaveState, untouched } from './save-state'

type PickNumberFormProps = {
  choices: NumberChoice[]
  /** What stands in the field at first. */
  number?: string
  submitLabel: string
  /** What the toast says once it is saved. */
  savedMessage: string
  save: (form: FormData) => Promise<SaveState>
  onSaved: () => void
}

/** The inside of a dialog that asks for one number, known or new. */
export function PickNumberForm({ choices, number = '', save, onSaved, ...words }: PickNumberFormProps) {
  const [fields, setFields] = useState({ number, label: '' })
  const [state, submit, pending] = useActionState(async (_: SaveState, form: FormData) => {
    const result = await save(form)
    if (result.ok) {
      toast.success(words.savedMessage)
      onSaved()
    }
    return result
  }, untouched)
  return (
    <ActionForm action={submit} className="space-y-5">
      {state.message && <Alert tone="red">{state.message}</Alert>}
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
          {words.submitLabel}
        </Button>
      </div>
    </ActionForm>
  )
}
