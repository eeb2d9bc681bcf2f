'use client'

import { PreviewCounts } from '@/app/admin/products/import/[id]/preview-counts'
import { PreviewList } from '@/app/admin/products/import/[id]/preview-list'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { Preview } from './preview'

type RulesPreviewProps = {
  name: string
  preview: Preview
  locale: string
  pending: boolean
  onImport: () => void
  onBack: () => void
}

export function RulesPreview({ name, preview, locale, pending, onImport, onBack }: RulesPreviewProps) {
  const { adds, changes, unchanged, newNumbers, newLabels, bad } = preview
  const count = adds.length + changes.length
  const nothing = count === 0 && newLabels.length === 0
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="min-w-0 truncate font-semibold text-base" title={name}>
          {name}
        </h2>
        <div className="flex flex-wrap gap-2">
          <Button onClick={onBack} disabled={pending}>
            Choose another file
          </Button>
          <Button variant="primary" pending={pending} disabled={bad.length > 0 || nothing} onClick={onImport}>
            {importLabel(count, locale)}
          </Button>
        </div>
      </div>
      {bad.length > 0 && (
        <Alert
          tone="red"
          title={
            bad.length === 1
              ? '1 line can’t be used, so nothing can be imported yet'
              : `${bad.length.toLocaleString(locale)} lines can’t be used, so nothing can be imported yet`
          }
        >
          Mend them in the file, then choose it again.
        </Alert>
      )}
      {bad.length === 0 && nothing && (
        <Alert title="Everything is up to date">
          The rules are as the file has them; there is nothing to save.
        </Alert>
      )}
      <PreviewCounts
        locale={locale}
        counts={[
          { label: 'New rules', value: adds.length, tone: 'accent', href: '#new' },
          { label: 'Changed', value: changes.length, tone: 'accent', href: '#changed' },
          { label: 'Unchanged', value: unchanged },
          { label: 'New numbers', value: newNumbers.length, href: '#numbers' },
          { label: 'Bad lines', value: bad.length, tone: 'amber', href: '#bad' },
        ]}
      />
      <PreviewList id="bad" title="Bad lines" rows={bad} heads={['In the file', 'Why']} locale={locale} />
      <PreviewList id="changed" title="Changed" rows={changes} heads={['Category', 'What']} locale={locale} />
      <PreviewList
        id="new"
        title="New rules"
        rows={adds}
        heads={['Category', 'Sends orders to']}
        locale={locale}
      />
      <PreviewList
        id="numbers"
        title="New numbers"
        rows={newNumbers}
        heads={['Number', 'Label']}
        locale={locale}
      />
      <PreviewList
        id="labels"
        title="New labels"
        rows={newLabels}
        heads={['Number', 'Label']}
        locale={locale}
      />
      <p className="text-muted">Rules that are not in the file stay as they are.</p>
    </>
  )
}

/** Labels alone can change, too. */
function importLabel(count: number, locale: string): string {
  if (count === 0) return 'Import'
  return count === 1 ? 'Import 1 rule' : `Import ${count.toLocaleString(locale)} rules`
}
