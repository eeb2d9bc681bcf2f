'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { setDefaultNumberAction } from './actions'
import type { NumberChoice } from './number-fields'
import { PickNumberForm } from './pick-number-form'

type DefaultNumberProps = {
  choices: NumberChoice[]
  current: { formatted: string } | null
}

/** The button that sets or changes the default number, with its dialog. */
export function DefaultNumberButton({ choices, current }: DefaultNumberProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title={current ? 'Change the default number' : 'Set the default number'}
      description="Orders without a matching rule and the floating button go here, from the moment you save."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={current ? 'secondary' : 'primary'} size="sm">
          {current ? 'Change' : 'Set default number'}
        </Button>
      }
    >
      <PickNumberForm
        choices={choices}
        number={current?.formatted}
        submitLabel="Save number"
        savedMessage="Default number saved. It is in effect."
        save={setDefaultNumberAction}
        onSaved={() => setOpen(false)}
      />
    </Dialog>
  )
}
