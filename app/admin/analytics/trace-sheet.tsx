'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Sheet } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import { readTrace } from './actions'
import { Trace } from './trace'
import type { TraceView } from './trace-view'

type Answer = { id: string; trace: TraceView | null | 'failed' }

/** The click that the address names with `click`, told from the tap to the number, over the page it was found on. */
export function TraceSheet() {
  const id = useSearchParams().get('click')
  const router = useRouter()
  const [answer, setAnswer] = useState<Answer | null>(null)

  useEffect(() => {
    if (!id) return
    let current = true
    readTrace(id)
      .catch(() => 'failed' as const)
      .then(trace => current && setAnswer({ id, trace }))
    return () => {
      current = false
    }
  }, [id])

  function close() {
    // Opened from the table: back to it. Opened by its address: the same page without it.
    if (window.history.state?.openedHere) return router.back()
    const url = new URL(window.location.href)
    url.searchParams.delete('click')
    window.history.replaceState(null, '', url)
  }

  return (
    <Sheet
      title="One click"
      open={id !== null}
      onClose={close}
      returnFocus={() => answer && findRow(answer.id)}
    >
      {answer && answer.id === id ? <Told trace={answer.trace} /> : <TraceSkeleton />}
    </Sheet>
  )
}

/** The link of the row that was read, so that a keyboard goes on from there. */
function findRow(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`a[data-trace][href$="click=${CSS.escape(id)}"]`)
}

function Told({ trace }: { trace: Answer['trace'] }) {
  if (trace === 'failed') return <p role="alert">It could not be read just now. Close this and try again.</p>
  if (trace === null)
    return <p className="text-muted">This click is not in the list: it may be older than clicks are kept.</p>
  return <Trace trace={trace} />
}

function TraceSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="space-y-4">
      <Skeleton className="h-5 w-48" />
      <Skeleton className="h-20" />
      <Skeleton className="h-32" />
    </div>
  )
}
