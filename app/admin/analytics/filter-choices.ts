import { listCategoryChoices } from '@/lib/catalog/categories'
import type { ClickFilters } from '@/lib/clicks/filters'
import { type ClickNumber, findProductName, findRuleCategory, listClickNumbers } from '@/lib/clicks/questions'
import { formatNumber } from '@/lib/whatsapp/number'

export type FilterChoices = Awaited<ReturnType<typeof loadFilterChoices>>

/** The numbers to choose from, and the names of what else the view is narrowed to. */
export async function loadFilterChoices({ productId, categoryId, ruleId }: ClickFilters) {
  const [numbers, productName, categoryPath, rulePath] = await Promise.all([
    listClickNumbers(),
    productId === null ? null : productId === 0 ? 'General chat' : findProductName(productId),
    categoryId === null ? null : findCategoryPath(categoryId),
    ruleId === null ? null : findRulePath(ruleId),
  ])
  return { numbers, productName, categoryPath, rulePath }
}

async function findCategoryPath(id: number): Promise<string[] | null> {
  return (await listCategoryChoices()).find(category => category.id === id)?.path ?? null
}

async function findRulePath(id: number): Promise<string[] | null> {
  const categoryId = await findRuleCategory(id)
  return categoryId === null ? null : findCategoryPath(categoryId)
}

export function ruleName({ rulePath }: FilterChoices): string {
  return rulePath ? `Rule for ${rulePath.join(' › ')}` : 'A rule that is gone'
}

export function categoryName({ categoryPath }: FilterChoices): string {
  return categoryPath?.join(' › ') ?? 'Archived category'
}

export function numberName({ label, digits, archivedAt }: ClickNumber): string {
  const name = label || formatNumber(digits)
  return archivedAt ? `${name} (archived)` : name
}
