'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import { parseChoices } from '@/lib/catalog/import/choices'
import { runImport, startImport } from '@/lib/catalog/import/imports'
import { report } from '@/lib/log'
import { refreshRoutingTable } from '@/lib/runtime'

/** Starts saving a previewed file; a second click, in this tab or another, starts nothing. */
export async function startImportAction(form: FormData): Promise<void> {
  const user = await requireUser()
  const fields = formFields(form)
  const id = z.uuid().parse(fields.id)
  const now = new Date()
  if (await startImport(id, now)) {
    // Not awaited: the save belongs to the process, and goes on when the merchant closes the page.
    void saveInBackground({ id, choices: parseChoices(fields), now, actor: user })
  }
  revalidatePath(`/admin/products/import/${id}`)
}

async function saveInBackground(input: Parameters<typeof runImport>[0]): Promise<void> {
  try {
    if ((await runImport(input)) === 'done') await refreshRoutingTable()
  } catch (error) {
    report('The product import could not record how it ended', error)
  }
}
