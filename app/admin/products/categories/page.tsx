import { FolderTree, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { listArchivedCategories, listCategoryTree, type TreeCategory } from '@/lib/catalog/categories'
import { buildCategoryPaths } from '@/lib/routing/category-paths'
import { ProductsTabs } from '../products-tabs'
import { ArchivedCategories } from './archived-categories'
import { CategoryDialog } from './category-dialog'
import { CategoryTree } from './category-tree'

export const metadata: Metadata = { title: 'Categories' }

export default async function CategoriesPage() {
  await requireUser()
  const [{ locale }, categories, archived] = await Promise.all([
    currentSettings(),
    listCategoryTree(),
    listArchivedCategories(),
  ])
  const paths = buildCategoryPaths(categories)
  const parents = categories.map(({ id, name }) => ({
    value: String(id),
    label: paths.get(id)?.join(' › ') ?? name,
  }))
  return (
    <>
      <PageHeader
        title="Categories"
        description={describeRules(categories, locale)}
        action={
          <CategoryDialog
            category={null}
            parentId={null}
            parents={parents}
            trigger={
              <Button variant="primary">
                <Plus aria-hidden /> Add category
              </Button>
            }
          />
        }
      />
      <ProductsTabs />
      <Card flush>
        {categories.length === 0 ? (
          <EmptyState
            icon={<FolderTree />}
            title="No categories yet"
            body="They come with your products when you import them, or add the first one by hand."
            action={<LinkButton href="/admin/products/import">Import products</LinkButton>}
          />
        ) : (
          <CategoryTree categories={categories} parents={parents} locale={locale} />
        )}
      </Card>
      {archived.length > 0 && <ArchivedCategories categories={archived} />}
    </>
  )
}

function describeRules(categories: TreeCategory[], locale: string): string {
  const count = (few: TreeCategory[]) => few.length.toLocaleString(locale)
  const ruled = categories.filter(({ rule }) => rule && !rule.pausedAt)
  const covered = categories.filter(({ coveredBy }) => coveredBy)
  const below =
    covered.length === 0 ? 'it can cover those below, too' : `${count(covered)} more are covered by one above`
  return `${count(ruled)} of ${count(categories)} have an active rule of their own; ${below}.`
}
