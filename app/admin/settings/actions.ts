'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { addressOf } from '@/app/client-address'
import { formFields } from '@/app/form-fields'
import { renewSession, requireUser } from '@/app/session'
import { passwordInput } from '@/lib/auth/password-input'
import { changePassword } from '@/lib/auth/users'
import { removeDemo } from '@/lib/demo/remove'
import { refreshRoutingTable } from '@/lib/runtime'
import { type GeneralInput, generalEdit, updateGeneral } from '@/lib/settings/general'
import { savedBefore, savedNow } from './saved-state'
import { fieldErrors, type SavedState, type SettingsState } from './settings-state'

export async function saveGeneralAction(form: FormData): Promise<SavedState<GeneralInput>> {
  const user = await requireUser()
  const input = generalEdit.safeParse(formFields(form))
  if (!input.success) return { ok: false, errors: fieldErrors(input.error) }
  const { version, ...fields } = input.data
  const result = await updateGeneral(input.data, user)
  if (!result.ok) return savedBefore(result)
  await refreshRoutingTable()
  revalidatePath('/', 'layout')
  return savedNow(fields)
}

export async function changePasswordAction(_: SettingsState, form: FormData): Promise<SettingsState> {
  const user = await requireUser()
  const input = passwordInput.safeParse(formFields(form))
  if (!input.success) return { ok: false, errors: fieldErrors(input.error) }
  const address = addressOf(Object.fromEntries(await headers()))
  const { current, next } = input.data
  const answer = await changePassword({ user, current, next, address })
  if (!answer.ok) {
    const message =
      answer.reason === 'wait'
        ? `Too many attempts. Try again in ${Math.ceil(answer.retryAfter / 60)} min.`
        : 'This is not your current password.'
    return { ok: false, errors: { current: message } }
  }
  await renewSession(answer.user)
  return { ok: true, errors: {} }
}

export async function removeDemoAction(): Promise<void> {
  const user = await requireUser()
  await removeDemo(user)
  await refreshRoutingTable()
  revalidatePath('/', 'layout')
  redirect('/admin')
}
