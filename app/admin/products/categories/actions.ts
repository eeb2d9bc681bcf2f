'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import {
  archiveCategory,
  type CategorySave,
  createCategory,
  moveCategory,
  restoreCategory,
  updateCategory,
} from '@/lib/catalog/categories'
import {
  categoryEditInput,
  categoryIdInput,
  categoryStepInput,
  newCategoryInput,
} from '@/lib/catalog/category-input'
import { refreshRoutingTable } from '@/lib/runtime'
import type { CategoryState } from './category-state'

export async function saveCategoryAction(form: FormData): Promise<CategoryState> {
  const user = await requireUser()
  const fields = formFields(form)
  if ('id' in fields) {
    const input = categoryEditInput.safeParse(fields)
    return input.success ? explain(await updateCategory(input.data, user)) : refused(fieldErrors(input.error))
  }
  const input = newCategoryInput.safeParse(fields)
  return input.success ? explain(await createCategory(input.data, user)) : refused(fieldErrors(input.error))
}

/** Answers false at the end of the row. */
export async function moveCategoryAction(id: number, direction: 'up' | 'down'): Promise<boolean> {
  await requireUser()
  const input = categoryStepInput.parse({ id, direction })
  const moved = await moveCategory(input.id, input.direction)
  await takeEffect()
  return moved
}

/** Answers false when it was archived already. */
export async function archiveCategoryAction(id: number): Promise<boolean> {
  const user = await requireUser()
  const archived = await archiveCategory(categoryIdInput.parse({ id }).id, new Date(), user)
  await takeEffect()
  return archived !== null
}

export async function restoreCategoryAction(id: number): Promise<CategoryState> {
  const user = await requireUser()
  return explain(await restoreCategory(categoryIdInput.parse({ id }).id, user))
}

async function explain(result: CategorySave): Promise<CategoryState> {
  if (result.ok) {
    await takeEffect()
    return { ok: true, errors: {} }
  }
  switch (result.reason) {
    case 'name_taken':
      return refused({ name: 'There is already a category of this name here.' })
    case 'parent_gone':
      return refused({ parentId: 'This category was archived. Choose another one.' })
    case 'inside_itself':
      return refused({ parentId: 'A category can’t stand inside itself.' })
    case 'gone':
      return refused({ name: 'This category was archived meanwhile.' })
  }
}

function refused(errors: CategoryState['errors']): CategoryState {
  return { ok: false, errors }
}

function fieldErrors(error: z.ZodError): CategoryState['errors'] {
  return Object.fromEntries(error.issues.map(issue => [String(issue.path[0]), issue.message]).reverse())
}

/** Routing reads the edit before the admin does. */
async function takeEffect() {
  await refreshRoutingTable()
  revalidatePath('/admin', 'layout')
}
