import { listCategoryChoices } from '@/lib/catalog/categories'
import type { ClickFilters } from '@/lib/clicks/filters'
import { type ClickNumber, findProductName, listClickNumbers } from '@/lib/clicks/questions'
import { formatNumber } from '@/lib/whatsapp/number'

export type FilterChoices = Awaited<ReturnType<typeof loadFilterChoices>>

/** The numbers to choose from, and the names of the product and the category that the view is narrowed to. */
export async function loadFilterChoices({ productId, categoryId }: ClickFilters) {
  const [numbers, productName, categoryPath] = await Promise.all([
    listClickNumbers(),
    productId === null ? null : productId === 0 ? 'General chat' : findProductName(productId),
    categoryId === null ? null : findCategoryPath(categoryId),
  ])
  return { numbers, productName, categoryPath }
}

async function findCategoryPath(id: number): Promise<string[] | null> {
  return (await listCategoryChoices()).find(category => category.id === id)?.path ?? null
}

export function categoryName({ categoryPath }: FilterChoices): string {
  return categoryPath?.join(' › ') ?? 'Archived category'
}

export function numberName({ label, digits, archivedAt }: ClickNumber): string {
  const name = label || formatNumber(digits)
  return archivedAt ? `${name} (archived)` : name
}
