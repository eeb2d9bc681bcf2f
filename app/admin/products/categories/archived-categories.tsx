'use client'

import { ArchiveRestore } from 'lucide-react'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { restoreCategoryAction } from './actions'

type ArchivedCategoriesProps = { categories: { id: number; path: string[] }[] }

export function ArchivedCategories({ categories }: ArchivedCategoriesProps) {
  const [pending, startTransition] = useTransition()
  return (
    <details className="mt-6">
      <summary className="cursor-pointer text-muted hover:text-text">
        {categories.length} archived {categories.length === 1 ? 'category' : 'categories'}
      </summary>
      <ul className="mt-3 divide-y rounded-lg border bg-surface">
        {categories.map(({ id, path }) => (
          <li key={id} className="flex items-center justify-between gap-4 px-5 py-2 max-sm:px-4">
            <span className="min-w-0 truncate" title={path.join(' › ')}>
              {path.join(' › ')}
            </span>
            <Button
              size="sm"
              variant="ghost"
              disabled={pending}
              aria-label={`Restore ${path.join(' › ')}`}
              onClick={() =>
                startTransition(async () => {
                  const result = await restoreCategoryAction(id)
                  if (result.ok) toast.success(`${path.at(-1)} is back, and its rule acts again.`)
                  else toast.error(result.errors.name ?? 'This category can’t be restored.')
                })
              }
            >
              <ArchiveRestore aria-hidden /> Restore
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
