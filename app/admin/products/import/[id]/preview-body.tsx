import { Alert } from '@/components/ui/alert'
import type { ReadingChoices } from '@/lib/catalog/import/choices'
import type { ParsedFile } from '@/lib/catalog/import/parse-woocommerce'
import type { ImportPlan } from '@/lib/catalog/import/plan'
import { formatMoney } from '@/lib/money'
import { ColumnsForm } from './columns-form'
import { PreviewCounts } from './preview-counts'
import { PreviewList } from './preview-list'

type PreviewBodyProps = {
  file: ParsedFile
  plan: ImportPlan
  choices: ReadingChoices
  currency: string
  locale: string
}

export function PreviewBody({ file, plan, choices, currency, locale }: PreviewBodyProps) {
  const skipped = [...file.refused, ...plan.skip].sort((a, b) => a.line - b.line)
  const created = plan.categories.filter(category => category.change !== 'keep')
  const money = (price: string | null) => price && formatMoney(price, currency, locale)
  return (
    <div className="space-y-6">
      <PreviewCounts
        locale={locale}
        counts={[
          { label: 'New', value: plan.create.length, tone: 'accent', href: '#new' },
          { label: 'Changed', value: plan.update.length, tone: 'accent', href: '#changed' },
          { label: 'Unchanged', value: plan.unchanged.length },
          { label: 'Skipped', value: skipped.length, tone: 'amber', href: '#skipped' },
          { label: 'New categories', value: created.length, href: '#categories' },
        ]}
      />
      <div className="space-y-2">
        {plan.create.length + plan.update.length === 0 && (
          <Alert title={plan.unchanged.length > 0 ? 'Everything is up to date' : 'Nothing to import'}>
            {plan.unchanged.length > 0
              ? 'The catalogue holds all of this already; there is nothing to save.'
              : 'Every line of the file is skipped; the reasons are below.'}
          </Alert>
        )}
        {file.assumptions.map(({ tone, message }) => (
          <Alert key={message} tone={tone}>
            {message}
          </Alert>
        ))}
      </div>
      <ColumnsForm
        header={file.header}
        columns={file.columns}
        choices={choices}
        style={file.style}
        open={file.style.by === 'assumed' || file.style.by === 'mixed'}
      />
      <PreviewList
        id="skipped"
        heads={['Product', 'Why']}
        title="Skipped"
        description="These lines are left out; everything else is imported."
        locale={locale}
        rows={skipped.map(({ line, id, name, message }) => ({ line, id, name, detail: message }))}
      />
      <PreviewList
        id="notes"
        heads={['Product', 'Why']}
        title="Imported without something"
        description="These lines are imported, but something in them could not be used."
        locale={locale}
        rows={file.notes.map(({ line, id, name, message }) => ({ line, id, name, detail: message }))}
      />
      <PreviewList
        id="changed"
        heads={['Product', 'What']}
        title="Changed"
        description="The store’s values replace the ones here."
        locale={locale}
        rows={plan.update.map(({ line, id, name, changes }) => ({
          line,
          id,
          name,
          detail: changes.join(', '),
        }))}
      />
      <PreviewList
        id="new"
        heads={['Product', 'What']}
        title="New"
        description="Each gets its own redirect link."
        locale={locale}
        rows={plan.create.map(({ line, id, name, variation, parentId, price, categories }) => ({
          line,
          id,
          name,
          detail:
            parentId === null
              ? [describeCategories(categories, plan), money(price)].filter(Boolean).join(' · ')
              : [`Variation of ${parentId}`, variation, money(price)].filter(Boolean).join(' · '),
        }))}
      />
      <PreviewList
        id="categories"
        heads={['Path', 'What']}
        title="Categories"
        description="Added to the tree, or restored where they were archived."
        locale={locale}
        rows={created.map(({ path, change }) => ({
          line: null,
          name: path,
          detail: change === 'create' ? 'New' : 'Restored',
        }))}
      />
      <p className="text-muted">Products that are not in the file stay as they are.</p>
    </div>
  )
}

function describeCategories(categories: string[] | null, { known }: ImportPlan): string {
  return categories?.map(key => known.get(key)?.name ?? key).join(', ') || 'No category'
}
