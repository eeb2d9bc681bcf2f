'use client'

import { AlertDialog as Base } from 'radix-ui'
import { type ReactNode, useState, useTransition } from 'react'
import { Button } from './button'
import { dialogOverlay, dialogPanel } from './dialog-style'

type ConfirmDialogProps = {
  title: string
  /** Says in words what will happen. */
  body: ReactNode
  confirmLabel: string
  tone?: 'danger' | 'primary'
  /** Answer `{ error }` to keep the dialog open and show why it did not work. */
  // biome-ignore lint/suspicious/noConfusingVoidType: an action that has nothing to say returns nothing
  action: () => Promise<{ error: string } | void>
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

export function ConfirmDialog({
  title,
  body,
  confirmLabel,
  tone = 'danger',
  action,
  trigger,
  open,
  onOpenChange,
}: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()
  const isOpen = open ?? ownOpen

  function change(next: boolean) {
    if (pending) return
    setError(null)
    setOwnOpen(next)
    onOpenChange?.(next)
  }

  function confirm() {
    startTransition(async () => {
      const answer = await action()
      if (answer?.error) return setError(answer.error)
      setOwnOpen(false)
      onOpenChange?.(false)
    })
  }

  return (
    <Base.Root open={isOpen} onOpenChange={change}>
      {trigger && <Base.Trigger asChild>{trigger}</Base.Trigger>}
      <Base.Portal>
        <Base.Overlay className={dialogOverlay} />
        <Base.Content className={dialogPanel}>
          <Base.Title className="font-semibold text-base">{title}</Base.Title>
          <Base.Description asChild>
            <div className="mt-2 text-muted">{body}</div>
          </Base.Description>
          {error && (
            <p role="alert" className="mt-3 text-red">
              {error}
            </p>
          )}
          <div className="mt-6 flex justify-end gap-2 max-sm:flex-col-reverse">
            <Base.Cancel asChild>
              <Button disabled={pending}>Cancel</Button>
            </Base.Cancel>
            <Button variant={tone} pending={pending} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
