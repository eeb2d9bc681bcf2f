'use client'

import { useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { changePasswordAction } from '../actions'
import { type SettingsState, untouched } from '../settings-state'

export function PasswordForm({ email }: { email: string }) {
  const [saves, setSaves] = useState(0)
  const [state, submit, pending] = useActionState(async (before: SettingsState, form: FormData) => {
    const after = await changePasswordAction(before, form)
    if (after.ok) {
      toast.success('Password changed. Other browsers are signed out.')
      setSaves(count => count + 1)
    }
    return after
  }, untouched)

  return (
    // A new key after each change empties the fields.
    <ActionForm key={saves} action={submit} className="space-y-5">
      {/* For password managers: whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="Current password" error={state.errors.current}>
        <Input name="current" type="password" autoComplete="current-password" required maxLength={200} />
      </Field>
      <Field label="New password" error={state.errors.next} hint="At least 8 characters.">
        <Input
          name="next"
          type="password"
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={200}
        />
      </Field>
      <Field label="New password again" error={state.errors.again}>
        <Input name="again" type="password" autoComplete="new-password" required maxLength={200} />
      </Field>
      <div className="border-t pt-5">
        <Button type="submit" variant="primary" pending={pending}>
          Change password
        </Button>
      </div>
    </ActionForm>
  )
}
