'use client'

import { useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { type SettingsState, untouched } from '../settings-state'
import { changeEmailAction } from './actions'

export function EmailForm({ email }: { email: string }) {
  const [saves, setSaves] = useState(0)
  const [state, submit, pending] = useActionState(async (before: SettingsState, form: FormData) => {
    const after = await changeEmailAction(before, form)
    if (after.ok) {
      toast.success('E-mail changed. Sign in with it from now on.')
      setSaves(count => count + 1)
    }
    return after
  }, untouched)

  return (
    // A new key after each change empties the password.
    <ActionForm key={saves} action={submit} className="space-y-5">
      <Field label="E-mail" error={state.errors.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          required
          maxLength={254}
        />
      </Field>
      <Field label="Your password" error={state.errors.password}>
        <Input name="password" type="password" autoComplete="current-password" required maxLength={200} />
      </Field>
      <div className="border-t pt-5">
        <Button type="submit" variant="primary" pending={pending}>
          Change e-mail
        </Button>
      </div>
    </ActionForm>
  )
}
