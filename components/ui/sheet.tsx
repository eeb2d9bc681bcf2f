'use client'

import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { buttonStyle } from './button-style'

type SheetProps = {
  title: ReactNode
  open: boolean
  onClose: () => void
  /** What gets the focus once the sheet is closed: there is no button that opened it. */
  returnFocus?: () => HTMLElement | null
  children: ReactNode
}

/** Details of something in a list: at the right edge of a desktop, from the bottom edge of a phone. */
export function Sheet({ open, ...rest }: SheetProps) {
  return open && <OpenSheet {...rest} />
}

/**
 * The browser's own dialog keeps the focus inside, gives it back and covers the page by itself. A script that does so by
 * attributes and styles of the whole page has a page of fifty rows styled anew.
 */
function OpenSheet({ title, onClose, returnFocus, children }: Omit<SheetProps, 'open'>) {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  const back = useRef(returnFocus)
  useLayoutEffect(() => {
    back.current = returnFocus
  })
  useLayoutEffect(() => {
    const element = box.current
    element?.showModal()
    return () => {
      element?.close()
      back.current?.()?.focus()
    }
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same by keyboard
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      // Its content covers all of it: a press on itself is one on the page behind.
      onClick={({ target, currentTarget }) => target === currentTarget && onClose()}
      className={
        'max-h-none max-w-none animate-rise-in overflow-y-auto overscroll-contain bg-surface text-text shadow-float backdrop:animate-fade-in backdrop:bg-black/50 ' +
        'sm:ml-auto sm:h-dvh sm:w-md sm:border-l ' +
        'max-sm:mt-auto max-sm:max-h-[88dvh] max-sm:w-full max-sm:rounded-t-xl'
      }
    >
      <div className="min-h-full max-sm:pb-[env(safe-area-inset-bottom)]">
        <header className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b bg-surface py-3 pr-3 pl-5">
          <h2 id={titleId} className="min-w-0 truncate font-semibold text-base">
            {title}
          </h2>
          <button type="button" aria-label="Close" onClick={onClose} className={buttonStyle('ghost', 'sm')}>
            <X aria-hidden />
          </button>
        </header>
        <div className="p-5">{children}</div>
      </div>
    </dialog>
  )
}
