import { listCategoryChoices } from '@/lib/catalog/categories'
import type { ClickFilters } from '@/lib/clicks/filters'
import { type ClickNumber, findProductName, listClickNumbers } from '@/lib/clicks/questions'
import { formatNumber } from '@/lib/whatsapp/number'

export type FilterChoices = Awaited<ReturnType<typeof loadFilterChoices>>

/** What the filter fields offer, and the name of the product the view is narrowed to. */
export async function loadFilterChoices({ productId }: Pick<ClickFilters, 'productId'>) {
  const [numbers, categories, productName] = await Promise.all([
    listClickNumbers(),
    listCategoryChoices(),
    productId === null ? null : productId === 0 ? 'General chat' : findProductName(productId),
  ])
  return { numbers, categories, productName }
}

export function numberName({ label, digits, archivedAt }: ClickNumber): string {
  const name = label || formatNumber(digits)
  return archivedAt ? `${name} (archived)` : name
}
