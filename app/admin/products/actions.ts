'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { formFields } from '@/app/form-fields'
import { requireUser } from '@/app/session'
import { type CategoriesSave, updateProductCategories } from '@/lib/catalog/product-categories'
import {
  newProductInput,
  productCategoriesInput,
  productEditInput,
  productIdInput,
} from '@/lib/catalog/product-input'
import {
  archiveProduct,
  createProduct,
  type ProductSave,
  restoreProduct,
  updateProduct,
} from '@/lib/catalog/products'
import { refreshRoutingTable } from '@/lib/runtime'
import type { ProductState } from './product-state'

export async function createProductAction(form: FormData): Promise<ProductState> {
  const user = await requireUser()
  const categoryIds = form.getAll('categoryIds')
  const input = newProductInput.safeParse({ ...formFields(form), categoryIds })
  if (!input.success) return refused(fieldErrors(input.error))
  return explain(await createProduct(input.data, user))
}

export async function updateProductAction(form: FormData): Promise<ProductState> {
  const user = await requireUser()
  const input = productEditInput.safeParse(formFields(form))
  if (!input.success) return refused(fieldErrors(input.error))
  return explain(await updateProduct(input.data, user))
}

/** `seen` and `categoryIds` are category ids, in order. */
export async function saveCategoriesAction(
  id: number,
  seen: number[],
  categoryIds: number[],
): Promise<CategoriesSave> {
  const user = await requireUser()
  const input = productCategoriesInput.parse({ id: String(id), seen, categoryIds })
  const saved = await updateProductCategories(input, user)
  await takeEffect()
  return saved
}

/** These two answer false when it had happened already; the screen is fresh either way. */
export async function archiveProductAction(id: number): Promise<boolean> {
  await requireUser()
  const archived = await archiveProduct(productIdInput.parse(String(id)), new Date())
  await takeEffect()
  return archived
}

export async function restoreProductAction(id: number): Promise<boolean> {
  await requireUser()
  const restored = await restoreProduct(productIdInput.parse(String(id)))
  await takeEffect()
  return restored
}

async function explain(result: ProductSave): Promise<ProductState> {
  if (result.ok) {
    await takeEffect()
    return { ok: true, id: result.id, errors: {}, message: null }
  }
  switch (result.reason) {
    case 'id_taken':
      return refused({ id: 'There is already a product with this ID, perhaps an archived one.' })
    case 'parent_gone':
      return refused({ parentId: 'This is no product that can have variations.' })
    case 'gone':
      return refused({}, 'This product no longer exists.')
    case 'changed_meanwhile':
      return refused(
        {},
        'Somebody else changed this product while it was open here. Reload to see it as it is now.',
      )
  }
}

function refused(errors: ProductState['errors'], message: string | null = null): ProductState {
  return { ok: false, id: null, errors, message }
}

/** The first message of each field. */
function fieldErrors(error: z.ZodError): ProductState['errors'] {
  return Object.fromEntries(error.issues.map(issue => [String(issue.path[0]), issue.message]).reverse())
}

/** Routing reads the edit before the admin does. */
async function takeEffect() {
  await refreshRoutingTable()
  revalidatePath('/admin', 'layout')
}
