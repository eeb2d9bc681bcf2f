import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { idInput } from '@/lib/routing/rule-input'
import { findRule } from '@/lib/routing/rules'
import { listRoutingTree } from '@/lib/routing/tree'
import { formatNumber } from '@/lib/whatsapp/number'
import { listNumberChoices } from '../form-data'
import type { RuleCategory } from '../rule-fields'
import { RuleForm } from '../rule-form'

export const metadata: Metadata = { title: 'Edit rule' }

export default async function EditRulePage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser()
  const input = idInput.safeParse(await params)
  const rule = input.success ? await findRule(input.data.id) : null
  if (!rule) notFound()
  const [tree, choices] = await Promise.all([listRoutingTree(), listNumberChoices()])
  const { category, number } = rule
  const categories: RuleCategory[] = tree.map(({ id, parentId, path, own }) => ({ id, parentId, path, own }))
  // An archived category is no longer listed, but its rule can still get another number, or another category.
  if (category.archivedAt)
    categories.unshift({ id: category.id, parentId: null, path: ['Archived', category.name], own: null })

  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        back={{ href: '/admin/routing', label: 'Routing' }}
        title={`Rule for ${category.name}`}
        description="A change takes effect the moment you save it."
      />
      <Card>
        <RuleForm
          categories={categories}
          choices={choices}
          rule={{ id: rule.id, version: rule.updatedAt.toISOString(), paused: rule.pausedAt !== null }}
          initial={{
            categoryId: String(category.id),
            number: formatNumber(number.digits),
            label: '',
            coversSubcategories: rule.coversSubcategories,
          }}
        />
      </Card>
    </div>
  )
}
