'use server'

import { revalidatePath } from 'next/cache'
import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import { refreshRoutingTable } from '@/lib/runtime'
import { messagesInput, updateMessages } from '@/lib/settings/messages'
import { fieldErrors, type SettingsState } from '../settings-state'

/** Saves the four messages; the next shopper gets them. */
export async function saveMessagesAction(_: SettingsState, form: FormData): Promise<SettingsState> {
  const user = await requireUser()
  const input = messagesInput.safeParse(formFields(form))
  if (!input.success) return { ok: false, errors: fieldErrors(input.error) }
  await updateMessages(input.data, user)
  await refreshRoutingTable()
  revalidatePath('/admin/settings/messages')
  return { ok: true, errors: {} }
}
