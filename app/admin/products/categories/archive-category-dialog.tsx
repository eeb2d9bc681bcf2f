'use client'

import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { archiveCategoryAction } from './actions'

type ArchiveCategoryDialogProps = {
  category: { id: number; name: string }
  /** What goes along: categories below, and acting rules in the whole branch. */
  below: number
  rules: number
  onOpenChange: (open: boolean) => void
}

export function ArchiveCategoryDialog({ category, below, rules, onOpenChange }: ArchiveCategoryDialogProps) {
  const { id, name } = category
  const what =
    below === 0 ? name : `${name} and the ${below} ${below === 1 ? 'category' : 'categories'} below it`
  const stops = rules === 1 ? 'Its rule stops acting at once.' : `${rules} rules stop acting at once.`
  return (
    <ConfirmDialog
      title={`Archive ${name}?`}
      body={
        <>
          {what} will be archived. {rules === 0 ? 'No rule is affected.' : stops} The products stay: they
          route by their other categories, else to the default number. You can restore it from the list below
          the tree.
        </>
      }
      confirmLabel="Archive category"
      open
      onOpenChange={onOpenChange}
      action={async () => {
        const archived = await archiveCategoryAction(id)
        toast.success(archived ? `${name} is archived.` : `${name} was archived already.`)
      }}
    />
  )
}
