'use client'

import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { afterFrame } from '../ui/after-frame'
import { Tbody } from '../ui/table'

/** Rows that change a frame after those above them: all at once would keep a slow phone from answering for too long. */
export function LateRows({ children }: { children: ReactNode }) {
  const [shown, show] = useState(children)
  const isLate = shown !== children
  useEffect(() => {
    if (isLate) return afterFrame(() => startTransition(() => show(children)))
  }, [isLate, children])
  return (
    <Tbody aria-busy={isLate} className="border-t">
      {shown}
    </Tbody>
  )
}
