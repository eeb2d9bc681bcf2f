'use client'

import { useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { Destinations } from '@/lib/catalog/destination'
import { saveCategoriesAction } from '../actions'
import { CategoryList } from '../category-list'

type CategoryOrderProps = {
  productId: number
  /** Category ids in the order that is in effect. */
  stored: number[]
  categories: { id: number; path: string[] }[]
  destinations: Destinations
}

/** A product's categories, put in order and saved apart from the product's other details. */
export function CategoryOrder({ productId, stored, categories, destinations }: CategoryOrderProps) {
  /** What was changed and on top of which order; null while nothing is. */
  const [draft, setDraft] = useState<{ seen: number[]; chosen: number[] } | null>(null)
  const [conflict, setConflict] = useState<number[] | null>(null)
  const [pending, startTransition] = useTransition()
  const chosen = draft?.chosen ?? stored
  const changed = draft !== null && draft.chosen.join() !== draft.seen.join()

  function discard() {
    setDraft(null)
    setConflict(null)
  }

  function save(seen: number[]) {
    startTransition(async () => {
      const saved = await saveCategoriesAction(productId, seen, chosen)
      if (saved.ok) {
        discard()
        toast.success('Categories saved. They are in effect.')
      } else if (saved.reason === 'gone') {
        toast.error('This product no longer exists.')
      } else {
        setConflict(saved.categoryIds)
      }
    })
  }

  const paths = new Map(categories.map(({ id, path }) => [id, path.join(' › ')]))
  return (
    <div className="space-y-4">
      {conflict && (
        <Alert tone="amber" title="Somebody else changed the order while it was open here">
          <p>
            It is now: {conflict.map(id => paths.get(id) ?? 'a new category').join(', ') || 'no category'}.
            Yours is below, not saved yet.
          </p>
          <span className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" pending={pending} onClick={() => save(conflict)}>
              Save mine instead
            </Button>
            <Button size="sm" variant="ghost" disabled={pending} onClick={discard}>
              Take theirs
            </Button>
          </span>
        </Alert>
      )}
      <CategoryList
        categories={categories}
        chosen={chosen}
        onChange={next => setDraft({ seen: draft?.seen ?? stored, chosen: next })}
        destinations={destinations}
      />
      {changed && !conflict && (
        <div className="flex flex-wrap items-center gap-2 border-t pt-4">
          <Button variant="primary" pending={pending} onClick={() => save(draft.seen)}>
            Save categories
          </Button>
          <Button variant="ghost" disabled={pending} onClick={discard}>
            Undo
          </Button>
          <p className="text-muted">Not saved yet.</p>
        </div>
      )}
    </div>
  )
}
