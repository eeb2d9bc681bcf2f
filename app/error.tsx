'use client'

import { TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <div className="grid min-h-96 place-items-center">
      <EmptyState
        icon={<TriangleAlert />}
        title="This page could not be shown"
        body={
          <>
            <p>
              Nothing is lost, and shoppers are still sent to WhatsApp. The database may be away for a moment:
              try again.
            </p>
            {digest && (
              <p className="mt-2 text-xs">If it keeps happening, look for {digest} in the server’s log.</p>
            )}
          </>
        }
        action={
          <>
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
            <LinkButton href="/admin">To the overview</LinkButton>
          </>
        }
      />
    </div>
  )
}
