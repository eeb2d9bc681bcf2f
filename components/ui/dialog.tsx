'use client'

import { X } from 'lucide-react'
import { Dialog as Base } from 'radix-ui'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'
import { dialogOverlay, dialogPanel } from './dialog-style'

type DialogProps = {
  title: string
  description?: ReactNode
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

export function Dialog({ title, description, trigger, open, onOpenChange, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger asChild>{trigger}</Base.Trigger>}
      <Base.Portal>
        <Base.Overlay className={dialogOverlay} />
        <Base.Content
          className={dialogPanel}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onEscapeKeyDown={event => {
            // The first Escape closes an open list inside, the next one the dialog.
            const { activeElement } = document
            if (activeElement?.matches('[role=combobox][aria-expanded=true]')) event.preventDefault()
          }}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div className="min-w-0">
              <Base.Title className="font-semibold text-base">{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
            </div>
            <Base.Close aria-label="Close" className={buttonStyle('ghost', 'sm', '-mt-1 -mr-2')}>
              <X aria-hidden />
            </Base.Close>
          </div>
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}

/** Closes the dialog it stands in; wrap a Button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Base.Close asChild>{children}</Base.Close>
}
