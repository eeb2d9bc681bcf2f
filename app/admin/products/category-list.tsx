'use client'

import { Accessibility } from '@dnd-kit/dom'
import { move } from '@dnd-kit/helpers'
import { DragDropProvider } from '@dnd-kit/react'
import { Combobox } from '@/components/ui/combobox'
import { type Destinations, decideDestination } from '@/lib/catalog/destination'
import { CategoryRow } from './category-row'
import { DestinationSentence } from './destination-sentence'
import { announcements, instructions } from './drag-words'

type CategoryListProps = {
  categories: { id: number; path: string[] }[]
  /** Category ids in the product's order. */
  chosen: number[]
  onChange: (chosen: number[]) => void
  destinations: Destinations
}

const accessible = Accessibility.configure({
  announcements,
  screenReaderInstructions: { draggable: instructions },
})

/** A product's categories in order, by drag, keys or buttons, and where its orders go as they stand now. */
export function CategoryList({ categories, chosen, onChange, destinations }: CategoryListProps) {
  const paths = new Map(categories.map(({ id, path }) => [id, path.join(' › ')]))
  const name = (id: number) => paths.get(id) ?? 'Unknown category'
  const ruled = new Set(destinations.rules.map(rule => rule.categoryId))
  const destination = decideDestination(destinations, chosen)

  function shift(id: number, by: 1 | -1) {
    const from = chosen.indexOf(id)
    const next = chosen.toSpliced(from, 1)
    onChange(next.toSpliced(from + by, 0, id))
  }

  return (
    <div className="space-y-3">
      <DragDropProvider
        plugins={defaults => [...defaults, accessible]}
        onDragEnd={event => {
          if (!event.canceled) onChange(move(chosen, event))
        }}
      >
        <ol className="divide-y rounded-md border" aria-label="Categories in order">
          {chosen.length === 0 && <li className="px-3 py-2.5 text-muted">No category yet</li>}
          {chosen.map((id, index) => (
            <CategoryRow
              key={id}
              id={id}
              name={name(id)}
              index={index}
              count={chosen.length}
              role={id === destination.categoryId ? 'decides' : ruled.has(id) ? 'ruled' : null}
              onShift={by => shift(id, by)}
              onRemove={() => onChange(chosen.filter(other => other !== id))}
            />
          ))}
        </ol>
      </DragDropProvider>
      <Combobox
        aria-label="Add a category"
        value=""
        onChange={value => onChange([...chosen, Number(value)])}
        options={categories
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, path }) => ({
            value: String(id),
            label: path.join(' › '),
            hint: ruled.has(id) ? 'has a rule' : undefined,
          }))}
        placeholder="Add a category…"
        searchPlaceholder="Search categories"
        emptyText="No other category has this name."
      />
      <DestinationSentence {...destination} nameOf={name} />
    </div>
  )
}
