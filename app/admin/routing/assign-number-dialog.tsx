'use client'

import { Dialog } from '@/components/ui/dialog'
import { assignNumberAction } from './actions'
import type { NumberChoice } from './number-fields'
import { PickNumberForm } from './pick-number-form'

type AssignNumberDialogProps = {
  categoryIds: number[]
  numbers: NumberChoice[]
  open: boolean
  onOpenChange: (open: boolean) => void
  onDone: () => void
}

/** Sends the orders of all these categories to one number: rules they have are changed, those without get one. */
export function AssignNumberDialog(props: AssignNumberDialogProps) {
  const { categoryIds, numbers, open, onOpenChange, onDone } = props
  const categories =
    categoryIds.length === 1 ? '1 category' : `${categoryIds.length.toLocaleString()} categories`
  return (
    <Dialog
      title={`Send ${categories} to a number`}
      description="Categories without a rule get one. Paused rules stay paused; everything else takes effect at once."
      open={open}
      onOpenChange={onOpenChange}
    >
      <PickNumberForm
        choices={numbers}
        submitLabel="Send them there"
        savedMessage={`${categories} sent there. It is in effect.`}
        save={form => assignNumberAction(categoryIds, form)}
        onSaved={() => {
          onOpenChange(false)
          onDone()
        }}
      />
    </Dialog>
  )
}
