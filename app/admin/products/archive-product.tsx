'use client'

import { Archive, ArchiveRestore } from 'lucide-react'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { archiveProductAction, restoreProductAction } from './actions'

type ArchiveProductButtonProps = { id: number; name: string; variations: number }

export function ArchiveProductButton({ id, name, variations }: ArchiveProductButtonProps) {
  return (
    <ConfirmDialog
      title={`Archive ${name}?`}
      body={
        <>
          Its link{variations > 0 && ` and those of its ${variations} variations`} will go to the default
          number, as for a product we don’t know. Past clicks and orders keep its name, and you can restore
          it.
        </>
      }
      confirmLabel="Archive product"
      action={async () => {
        const archived = await archiveProductAction(id)
        toast.success(archived ? `${name} is archived.` : `${name} was archived already.`)
      }}
      trigger={
        <Button>
          <Archive aria-hidden /> Archive
        </Button>
      }
    />
  )
}

export function RestoreProductButton({ id, name }: { id: number; name: string }) {
  const [pending, startTransition] = useTransition()
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={() =>
        startTransition(async () => {
          await restoreProductAction(id)
          toast.success(`${name} is back.`)
        })
      }
    >
      <ArchiveRestore aria-hidden /> Restore
    </Button>
  )
}
