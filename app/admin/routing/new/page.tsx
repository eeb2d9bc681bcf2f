import type { Metadata } from 'next'
import { z } from 'zod'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { listRoutingTree } from '@/lib/routing/tree'
import { listNumberChoices } from '../form-data'
import { RuleForm } from '../rule-form'

export const metadata: Metadata = { title: 'Add rule' }

/** A category or number chosen on the way here. */
const query = z.object({
  category: z.coerce.number().int().positive().nullable().catch(null).default(null),
  number: z.coerce.number().int().positive().nullable().catch(null).default(null),
})

type NewRulePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewRulePage({ searchParams }: NewRulePageProps) {
  await requireUser()
  const { category, number } = query.parse(await searchParams)
  const [tree, choices] = await Promise.all([listRoutingTree(), listNumberChoices()])
  const categories = tree.map(({ id, parentId, path, own }) => ({ id, parentId, path, own }))
  const free = categories.some(({ id, own }) => id === category && own === null)
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
          <RuleForm
            categories={categories}
            choices={choices}
            rule={null}
            initial={{
              categoryId: free ? String(category) : '',
              number: choices.find(({ id }) => id === number)?.formatted ?? '',
              label: '',
              coversSubcategories: false,
            }}
          />
        )}
      </Card>
      {categories.length > 1 && (
        <p className="mt-4 text-muted">
          Many categories, one number?{' '}
          <IntentLink href="/admin/routing/tree" className="text-accent underline underline-offset-4">
            Select them in the category tree
          </IntentLink>
          , or{' '}
          <IntentLink href="/admin/routing/import" className="text-accent underline underline-offset-4">
            import a file
          </IntentLink>
          .
        </p>
      )}
    </div>
  )
}
