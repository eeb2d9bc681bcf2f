import type { Metadata } from 'next'
import { z } from 'zod'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { listCategoryOptions, listNumberChoices } from '../form-data'
import { RuleForm } from '../rule-form'

export const metadata: Metadata = { title: 'Add rule' }

/** A category chosen on the way here. */
const query = z.object({ category: z.string().catch('') })

type NewRulePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewRulePage({ searchParams }: NewRulePageProps) {
  await requireUser()
  const { category } = query.parse(await searchParams)
  const [categories, choices] = await Promise.all([listCategoryOptions(null), listNumberChoices()])
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        back={{ href: '/admin/routing', label: 'Routing' }}
        title="Add rule"
        description="Orders for products of this category go to this number, from the moment you save."
      />
      <Card>
        {categories.length === 0 ? (
          <EmptyState
            title="No categories yet"
            body="A rule sends the orders of a category to a number. Import your products or add a category first."
            action={
              <LinkButton href="/admin/products" variant="primary">
                Go to Products
              </LinkButton>
            }
          />
        ) : (
          <RuleForm categories={categories} choices={choices} rule={null} category={category} />
        )}
      </Card>
    </div>
  )
}
