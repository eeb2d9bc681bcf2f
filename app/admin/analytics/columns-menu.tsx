'use client'

import { Columns3 } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { Popup } from '@/components/ui/popup'
import { type ColumnId, columnLabels } from './layout-names'

type ColumnsMenuProps = {
  /** The columns this view has. */
  columns: ColumnId[]
  /** The view's address without what is hidden. */
  address: string
}

/** Which columns the table shows; the choice stands in the address. */
export function ColumnsMenu({ columns, address }: ColumnsMenuProps) {
  const router = useRouter()
  const [, startTransition] = useTransition()
  // From the address itself: the table follows it a frame later.
  const hidden = (useSearchParams().get('hide') ?? '').split(',').filter(Boolean)
  const [chosen, choose] = useOptimistic(hidden)

  function toggle(column: ColumnId) {
    const next = chosen.includes(column) ? chosen.filter(each => each !== column) : [...chosen, column]
    const [path, query] = address.split('?')
    const params = new URLSearchParams(query)
    if (next.length > 0) params.set('hide', next.join(','))
    startTransition(() => {
      choose(next)
      router.replace(`${path}${params.size > 0 ? `?${params}` : ''}`, { scroll: false })
    })
  }

  return (
    <Popup
      size="sm"
      label="Columns"
      icon={<Columns3 aria-hidden />}
      className="relative"
      panel="w-48 p-1! max-sm:left-0 sm:right-0"
    >
      <fieldset>
        <legend className="sr-only">Columns of the table</legend>
        {columns.map(column => (
          <label
            key={column}
            className="flex min-h-8 items-center gap-2.5 rounded-md px-2.5 hover:bg-surface-2 max-sm:min-h-11"
          >
            <input
              type="checkbox"
              checked={!chosen.includes(column)}
              onChange={() => toggle(column)}
              className="size-4 accent-accent"
            />
            {columnLabels[column]}
          </label>
        ))}
      </fieldset>
    </Popup>
  )
}
