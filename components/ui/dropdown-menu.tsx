'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu as Base } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx'

type DropdownMenuProps = {
  trigger: ReactNode
  align?: 'start' | 'end'
  /** Open from the first moment, for a menu that is fetched when it is wanted. */
  defaultOpen?: boolean
  children: ReactNode
}

export function DropdownMenu({ trigger, align = 'end', defaultOpen, children }: DropdownMenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger asChild>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-72 animate-rise-in overflow-y-auto rounded-lg bg-surface p-1 shadow-float"
        >
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}

const itemStyle =
  'flex min-h-8 w-full cursor-pointer select-none items-center gap-2.5 rounded-md px-2.5 text-left outline-none max-sm:min-h-11 ' +
  'data-highlighted:bg-surface-2 data-disabled:cursor-not-allowed data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted'

type DropdownItemProps = {
  onSelect?: (event: Event) => void
  /** Makes the item a link. */
  href?: string
  external?: boolean
  danger?: boolean
  disabled?: boolean
  children: ReactNode
}

export function DropdownItem({ onSelect, href, external, danger, disabled, children }: DropdownItemProps) {
  const style = cx(itemStyle, danger && 'text-red [&_svg]:text-red')
  if (!href) {
    return (
      <Base.Item onSelect={onSelect} disabled={disabled} className={style}>
        {children}
      </Base.Item>
    )
  }
  return (
    <Base.Item asChild disabled={disabled} className={style}>
      {external ? (
        <a href={href} target="_blank" rel="noopener nofollow">
          {children}
        </a>
      ) : (
        <Link href={href}>{children}</Link>
      )}
    </Base.Item>
  )
}

type DropdownChoiceProps = {
  label: string
  value: string
  options: { value: string; label: string; icon?: ReactNode }[]
  onChange: (value: string) => void
}

/** One choice out of a few, inside a menu. */
export function DropdownChoice({ label, value, options, onChange }: DropdownChoiceProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChange}>
      <Base.Label className="px-2.5 pt-1.5 pb-1 text-muted text-xs">{label}</Base.Label>
      {options.map(option => (
        <Base.RadioItem key={option.value} value={option.value} className={itemStyle}>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Base.ItemIndicator>
            <Check aria-hidden />
          </Base.ItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

export function DropdownLabel({ children }: { children: ReactNode }) {
  return <Base.Label className="truncate px-2.5 py-1.5 text-muted">{children}</Base.Label>
}

export function DropdownSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-border" />
}
