'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { buttonStyle } from './button-style'
import { cx } from './cx'

type PopupProps = {
  label: ReactNode
  /** What a screen reader calls the button, where the label alone would not do. */
  'aria-label'?: string
  icon?: ReactNode
  size?: 'sm' | 'md'
  className?: string
  /** Classes of the panel: its width, and where it stands. */
  panel?: string
  children: ReactNode
}

/**
 * A button with a panel under it. A native disclosure, so that it works before and without scripts, and fields in it
 * belong to the form around it; with scripts Escape and a press elsewhere close it.
 */
export function Popup({ label, icon, size = 'md', className, panel, children, ...aria }: PopupProps) {
  const box = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const closeOutside = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || element.contains(target)) return
      // A list that a field inside has opened stands elsewhere in the document.
      if (!target.closest('[data-radix-popper-content-wrapper]')) element.open = false
    }
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open || event.defaultPrevented) return
      element.open = false
      element.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    element.addEventListener('keydown', closeByKey)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      element.removeEventListener('keydown', closeByKey)
    }
  }, [])

  return (
    <details ref={box} className={cx('group/popup sm:relative', className)}>
      <summary
        {...aria}
        className={buttonStyle('secondary', size, 'w-full list-none group-open/popup:bg-surface-2')}
      >
        {icon}
        {label}
        <ChevronDown aria-hidden className="text-muted transition-transform group-open/popup:rotate-180" />
      </summary>
      <div
        className={cx(
          'absolute top-full z-30 mt-1.5 animate-rise-in rounded-lg bg-surface p-4 shadow-float',
          panel ?? 'right-0 w-72',
        )}
      >
        {children}
      </div>
    </details>
  )
}
