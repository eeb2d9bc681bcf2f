import { listArchivedCategories, listCategoryChoices } from '@/lib/catalog/categories'
import type { ClickFilters } from '@/lib/clicks/filters'
import { type ClickNumber, findProductName, findRuleCategory, listClickNumbers } from '@/lib/clicks/questions'
import { formatNumber } from '@/lib/whatsapp/number'

export type FilterChoices = Awaited<ReturnType<typeof loadFilterChoices>>

/** The numbers to choose from, and the names of what else the view is narrowed to. */
export async function loadFilterChoices({ productId, categoryId, ruleId }: ClickFilters) {
  const [numbers, productName, category, rule] = await Promise.all([
    listClickNumbers(),
    productId === null ? null : productId === 0 ? 'General chat' : findProductName(productId),
    categoryId === null ? null : findCategoryName(categoryId),
    ruleId === null ? null : findRuleName(ruleId),
  ])
  return { numbers, productName, category, rule }
}

/** Null: there never was one. */
async function findCategoryName(id: number): Promise<string | null> {
  const live = (await listCategoryChoices()).find(category => category.id === id)
  if (live) return live.path.join(' › ')
  const isArchived = (await listArchivedCategories()).some(category => category.id === id)
  return isArchived ? 'Archived category' : null
}

/** Null: there never was one. */
async function findRuleName(id: number): Promise<string | null> {
  const categoryId = await findRuleCategory(id)
  return categoryId === null ? null : `Rule for ${await findCategoryName(categoryId)}`
}

export function ruleName({ rule }: FilterChoices): string {
  return rule ?? 'Unknown rule'
}

export function categoryName({ category }: FilterChoices): string {
  return category ?? 'Unknown category'
}

export function numberName({ label, digits, archivedAt }: ClickNumber): string {
  const name = label || formatNumber(digits)
  return archivedAt ? `${name} (archived)` : name
}
