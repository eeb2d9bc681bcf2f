'use client'

import { ListTree, Send, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { AssignNumberDialog } from '../assign-number-dialog'
import type { NumberChoice } from '../number-fields'
import { type TreeNode, withBelow } from './visible-nodes'

type SelectedCategoriesProps = {
  nodes: TreeNode[]
  chosen: ReadonlySet<number>
  onChoose: (ids: ReadonlySet<number>) => void
  numbers: NumberChoice[]
  locale: string
}

/** What can be done with all the selected categories at once. */
export function SelectedCategories({ nodes, chosen, onChoose, numbers, locale }: SelectedCategoriesProps) {
  const [assigning, setAssigning] = useState(false)
  const categoryIds = nodes.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const count = categoryIds.length
  if (count === 0) return null
  const below = withBelow(nodes, chosen)
  const more = below.size - chosen.size
  return (
    <section
      aria-label="Selected categories"
      className="sticky bottom-4 z-20 mt-4 flex animate-rise-in flex-wrap items-center gap-2 rounded-lg bg-surface px-4 py-3 shadow-float max-lg:bottom-20"
    >
      <p aria-live="polite" className="mr-auto font-medium max-sm:basis-full">
        {count === 1 ? '1 category' : `${count.toLocaleString(locale)} categories`} selected
      </p>
      {more > 0 && (
        <Button size="sm" onClick={() => onChoose(below)}>
          <ListTree aria-hidden /> Add {more.toLocaleString(locale)} below
        </Button>
      )}
      <Button size="sm" variant="primary" onClick={() => setAssigning(true)}>
        <Send aria-hidden /> Send to…
      </Button>
      <Button size="sm" variant="ghost" aria-label="Clear the selection" onClick={() => onChoose(new Set())}>
        <X aria-hidden />
      </Button>
      <AssignNumberDialog
        categoryIds={categoryIds}
        numbers={numbers}
        open={assigning}
        onOpenChange={setAssigning}
        onDone={() => onChoose(new Set())}
      />
    </section>
  )
}
