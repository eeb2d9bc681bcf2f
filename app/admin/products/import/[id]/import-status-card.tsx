'use client'

import { CircleCheck } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ProgressBar } from '../progress-bar'

const POLL_MS = 700

const progress = z.object({
  id: z.string(),
  status: z.enum(['ready', 'running', 'done', 'failed']),
  processed: z.number(),
  total: z.number(),
  skipped: z.number(),
})

type Progress = z.output<typeof progress>

/** How far a running import is, kept fresh; then its end. A failed one goes back to its preview. */
export function ImportStatusCard({ initial, locale }: { initial: Progress; locale: string }) {
  const router = useRouter()
  const [{ id, status, processed, total, skipped }, setState] = useState(initial)

  useEffect(() => {
    if (status !== 'running') return
    const timer = setInterval(async () => {
      const next = await fetchProgress(id)
      if (next) setState(next)
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [id, status])

  useEffect(() => {
    if (status === 'failed' || status === 'ready') router.refresh()
  }, [status, router])

  const count = (value: number) => value.toLocaleString(locale)
  if (status === 'done') {
    return (
      <Card flush>
        <EmptyState
          icon={<CircleCheck />}
          title={`${count(total)} product${total === 1 ? '' : 's'} imported`}
          body={
            <>
              All links work from now on, and routing knows every category.
              {skipped > 0 && (
                <span className="mt-2 block text-amber">
                  {skipped === 1 ? '1 line was' : `${count(skipped)} lines were`} skipped. Upload the file
                  again to see why: what is imported already counts as unchanged.
                </span>
              )}
            </>
          }
          action={
            <>
              <LinkButton href="/admin/products" variant="primary">
                Show products
              </LinkButton>
              <LinkButton href="/admin/routing/new">Add a rule</LinkButton>
            </>
          }
        />
      </Card>
    )
  }
  return (
    <Card>
      <ProgressBar
        value={total > 0 ? processed / total : null}
        label={total > 0 ? 'Saving products' : 'Reading the file'}
        detail={total > 0 ? `${count(processed)} of ${count(total)}` : undefined}
      />
      <p className="mt-3 text-muted">
        All or nothing: until it is finished, the catalogue stays as it was. You can leave this page.
      </p>
    </Card>
  )
}

/** Null when there was no answer this time: the next one may come through. */
async function fetchProgress(id: string): Promise<Progress | null> {
  try {
    const response = await fetch(`/api/admin/imports/${id}`)
    const parsed = progress.safeParse(await response.json())
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  }
}
