'use client'

import { Table2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { cx } from '../ui/cx'

/** "Show as table". Closed, the table is there for screen readers only. */
export function FigureTable({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="mt-2 inline-flex items-center gap-1.5 rounded text-muted text-xs hover:text-text max-sm:min-h-10"
      >
        <Table2 aria-hidden className="size-3.5" />
        {open ? 'Hide the table' : 'Show as table'}
      </button>
      <div
        id={id}
        tabIndex={open ? 0 : undefined}
        className={cx(open ? 'mt-2 max-h-80 overflow-auto rounded-md border' : 'sr-only')}
      >
        {children}
      </div>
    </>
  )
}
