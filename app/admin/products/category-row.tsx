'use client'

import { useSortable } from '@dnd-kit/react/sortable'
import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'

type CategoryRowProps = {
  id: number
  /** The whole path. */
  name: string
  index: number
  count: number
  /** `ruled`: it has a rule, but an earlier category decides. */
  role: 'decides' | 'ruled' | null
  onShift: (by: 1 | -1) => void
  onRemove: () => void
}

/** One category in a product's order. The handle is dragged, or picked up with Space and moved with the arrow keys. */
export function CategoryRow({ id, name, index, count, role, onShift, onRemove }: CategoryRowProps) {
  const { ref, handleRef, isDragSource } = useSortable({ id, index, data: { name } })
  return (
    <li
      ref={ref}
      className={cx(
        'flex items-center gap-1 bg-surface py-1 pr-1 pl-1 first:rounded-t-md last:rounded-b-md',
        isDragSource && 'relative z-10 rounded-md shadow-float',
      )}
    >
      <button
        ref={handleRef}
        type="button"
        aria-label={`Drag ${name}`}
        aria-roledescription="draggable"
        className="grid size-8 shrink-0 cursor-grab touch-none place-items-center rounded-md text-muted hover:bg-surface-2 active:cursor-grabbing max-sm:size-10"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <span className="w-5 shrink-0 text-muted tabular">{index + 1}</span>
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
        <span className="line-clamp-3 min-w-0 break-words" title={name}>
          {name}
        </span>
        {role === 'decides' && <Badge tone="accent">Decides</Badge>}
        {role === 'ruled' && <Badge>Has a rule</Badge>}
      </span>
      <span className="flex shrink-0">
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Move ${name} up`}
          disabled={index === 0}
          onClick={() => onShift(-1)}
        >
          <ArrowUp aria-hidden />
        </Button>
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Move ${name} down`}
          disabled={index === count - 1}
          onClick={() => onShift(1)}
        >
          <ArrowDown aria-hidden />
        </Button>
        <Button variant="ghost" size="sm" aria-label={`Remove ${name}`} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      </span>
    </li>
  )
}
