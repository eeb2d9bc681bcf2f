'use client'

import { X } from 'lucide-react'
import { Dialog as Base } from 'radix-ui'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'
import { dialogOverlay } from './dialog-style'

type SheetProps = {
  title: ReactNode
  open: boolean
  onClose: () => void
  /** What gets the focus once the sheet is closed: there is no button that opened it. */
  returnFocus?: () => HTMLElement | null
  children: ReactNode
}

/** Details of something in a list: at the right edge of a desktop, from the bottom edge of a phone. */
export function Sheet({ title, open, onClose, returnFocus, children }: SheetProps) {
  return (
    <Base.Root open={open} onOpenChange={next => !next && onClose()}>
      <Base.Portal>
        <Base.Overlay className={dialogOverlay} />
        <Base.Content
          aria-describedby={undefined}
          onCloseAutoFocus={event => {
            event.preventDefault()
            returnFocus?.()?.focus()
          }}
          className={
            'fixed z-50 animate-rise-in overflow-y-auto bg-surface shadow-float focus:outline-none ' +
            'sm:inset-y-0 sm:right-0 sm:w-md sm:border-l ' +
            'max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[88dvh] max-sm:rounded-t-xl max-sm:pb-[env(safe-area-inset-bottom)]'
          }
        >
          <header className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b bg-surface py-3 pr-3 pl-5">
            <Base.Title className="min-w-0 truncate font-semibold text-base">{title}</Base.Title>
            <Base.Close aria-label="Close" className={buttonStyle('ghost', 'sm')}>
              <X aria-hidden />
            </Base.Close>
          </header>
          <div className="p-5">{children}</div>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
