'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { addressOf } from '@/app/client-address'
import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import { changeEmail, emailInput } from '@/lib/auth/change-email'
import { fieldErrors, type SettingsState } from '../settings-state'

export async function changeEmailAction(_: SettingsState, form: FormData): Promise<SettingsState> {
  const user = await requireUser()
  const input = emailInput.safeParse(formFields(form))
  if (!input.success) return { ok: false, errors: fieldErrors(input.error) }
  const address = addressOf(Object.fromEntries(await headers()))
  const answer = await changeEmail({ user, ...input.data, address })
  if (answer.ok) {
    revalidatePath('/admin', 'layout')
    return { ok: true, errors: {} }
  }
  switch (answer.reason) {
    case 'taken':
      return { ok: false, errors: { email: 'Another admin signs in with this e-mail.' } }
    case 'wait':
      return {
        ok: false,
        errors: { password: `Too many attempts. Try again in ${Math.ceil(answer.retryAfter / 60)} min.` },
      }
    case 'wrong':
      return { ok: false, errors: { password: 'This is not your password.' } }
  }
}
