'use server'

import { revalidatePath } from 'next/cache'
import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import { refreshRoutingTable } from '@/lib/runtime'
import { type Messages, messagesEdit, updateMessages } from '@/lib/settings/messages'
import { savedBefore, savedNow } from '../saved-state'
import { fieldErrors, type SavedState } from '../settings-state'

/** Saves the four messages; the next shopper gets them. */
export async function saveMessagesAction(form: FormData): Promise<SavedState<Messages>> {
  const user = await requireUser()
  const input = messagesEdit.safeParse(formFields(form))
  if (!input.success) return { ok: false, errors: fieldErrors(input.error) }
  const { version, ...messages } = input.data
  const result = await updateMessages(input.data, user)
  if (!result.ok) return savedBefore(result)
  await refreshRoutingTable()
  revalidatePath('/admin/settings/messages')
  return savedNow(messages)
}
