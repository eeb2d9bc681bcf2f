'use client'

import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { archiveNumberAction } from '../numbers/actions'

export function ArchiveNumberButton({ id, name }: { id: number; name: string }) {
  return (
    <ConfirmDialog
      title={`Archive ${name}?`}
      body="It goes off the list. Clicks and the history keep it, and entering the number again brings it back."
      confirmLabel="Archive number"
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Archive ${name}`}>
          Archive
        </Button>
      }
      action={async () => {
        const form = new FormData()
        form.set('id', String(id))
        const result = await archiveNumberAction(form)
        if (!result.ok)
          return { error: result.message ?? 'It is in use by now. Archive it on the Numbers page.' }
        toast.success(`${name} is archived.`)
      }}
    />
  )
}
