'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { type Destinations, decideDestination } from '@/lib/catalog/destination'
import { formatNumber } from '@/lib/whatsapp/number'

type CategoryPickerProps = {
  categories: { id: number; path: string[] }[]
  initial: number[]
  destinations: Destinations
}

/** A product's categories in order, with where its orders go as they stand now. Fields `categoryIds`. */
export function CategoryPicker({ categories, initial, destinations }: CategoryPickerProps) {
  const [chosen, setChosen] = useState(initial)
  const paths = new Map(categories.map(({ id, path }) => [id, path.join(' › ')]))
  const { number, categoryId, reason } = decideDestination(destinations, chosen)
  const name = (id: number) => paths.get(id) ?? 'Unknown category'
  const ruled = new Set(destinations.rules.map(rule => rule.categoryId))

  function swap(from: number, to: number) {
    const next = [...chosen]
    const [moved] = next.splice(from, 1)
    if (moved !== undefined) next.splice(to, 0, moved)
    setChosen(next)
  }

  return (
    <div className="space-y-3">
      <ol className="divide-y rounded-md border" aria-label="Categories in order">
        {chosen.length === 0 && <li className="px-3 py-2.5 text-muted">No category yet</li>}
        {chosen.map((id, index) => (
          <li key={id} className="flex items-center gap-2 py-1 pr-1 pl-3">
            <input type="hidden" name="categoryIds" value={id} />
            <span className="w-5 shrink-0 text-muted tabular">{index + 1}</span>
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
              <span className="max-w-full truncate" title={name(id)}>
                {name(id)}
              </span>
              {id === categoryId ? (
                <Badge tone="accent">Decides</Badge>
              ) : (
                ruled.has(id) && <Badge>Has a rule</Badge>
              )}
            </span>
            <span className="flex shrink-0">
              <Button
                variant="ghost"
                size="sm"
                aria-label={`Move ${name(id)} up`}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              >
                <ArrowUp aria-hidden />
              </Button>
              <Button
                variant="ghost"
                size="sm"
                aria-label={`Move ${name(id)} down`}
                disabled={index === chosen.length - 1}
                onClick={() => swap(index, index + 1)}
              >
                <ArrowDown aria-hidden />
              </Button>
              <Button
                variant="ghost"
                size="sm"
                aria-label={`Remove ${name(id)}`}
                onClick={() => setChosen(chosen.filter(other => other !== id))}
              >
                <X aria-hidden />
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <Combobox
        aria-label="Add a category"
        value=""
        onChange={value => setChosen([...chosen, Number(value)])}
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
      <p aria-live="polite" className={number ? 'text-muted' : 'text-red'}>
        {number ? (
          <>
            Orders go to{' '}
            <strong className="font-medium text-text">{number.label || formatNumber(number.digits)}</strong>
            {reason === 'rule' && categoryId !== null && (
              <>, because {name(categoryId)} is the first with a rule.</>
            )}
            {reason === 'no_rule' && <>, the default number: none of these categories has a rule.</>}
            {reason === 'no_category' && <>, the default number: the product is in no category.</>}
          </>
        ) : (
          'No rule fits and there is no default number: orders would reach nobody.'
        )}
      </p>
    </div>
  )
}
