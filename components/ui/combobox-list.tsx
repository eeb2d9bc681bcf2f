'use client'

import { Check, Search } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { filterOptions, type Option } from './combobox-filter'
import { optionStyle } from './option-style'
import { OptionText } from './option-text'

type ComboboxListProps = OptionListProps & {
  /** The button that opened it. */
  anchor: RefObject<HTMLButtonElement | null>
  onClose: () => void
}

/** The open list of a combobox, under its button; fetched when it is wanted. */
export function ComboboxList({ anchor, onClose, ...list }: ComboboxListProps) {
  const leftElsewhere = useRef(false)
  return (
    <Popover.Root open onOpenChange={open => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={event => {
            // The button closes the list by itself.
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault()
            else leftElsewhere.current = true
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            if (!leftElsewhere.current) anchor.current?.focus()
          }}
          className="z-50 w-(--radix-popover-trigger-width) min-w-64 animate-rise-in overflow-hidden rounded-lg bg-surface shadow-float"
        >
          <OptionList {...list} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

type OptionListProps = {
  options: Option[]
  chosen: string
  onChoose: (value: string) => void
  onSearch?: (text: string) => void
  searchPlaceholder: string
  emptyText: string
}

function OptionList({ options, chosen, onChoose, onSearch, searchPlaceholder, emptyText }: OptionListProps) {
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const { shown, more } = onSearch ? { shown: options, more: 0 } : filterOptions(options, query)
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      shown.findIndex(option => option.value === chosen),
    ),
  )

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function onKeyDown(event: KeyboardEvent) {
    const last = shown.length - 1
    const moves: Record<string, number> = {
      ArrowDown: Math.min(active + 1, last),
      ArrowUp: Math.max(active - 1, 0),
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      setActive(next)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const option = shown[active]
      if (option && !option.disabled) onChoose(option.value)
    }
  }

  return (
    <>
      <div className="flex items-center gap-2 border-b px-3">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={shown[active] ? `${listId}-${active}` : undefined}
          aria-label={searchPlaceholder}
          placeholder={searchPlaceholder}
          autoComplete="off"
          value={query}
          onChange={event => {
            setQuery(event.target.value)
            setActive(0)
            onSearch?.(event.target.value)
          }}
          onKeyDown={onKeyDown}
          className="h-10 w-full bg-transparent outline-none max-sm:h-11 max-sm:text-base"
        />
      </div>
      <div ref={list} id={listId} role="listbox" className="max-h-72 overflow-y-auto p-1">
        {shown.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above handles the keys
          <div
            key={option.value}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === chosen}
            aria-disabled={option.disabled}
            onMouseMove={() => setActive(index)}
            onClick={() => !option.disabled && onChoose(option.value)}
            className={optionStyle({ active: index === active, disabled: option.disabled })}
          >
            <span className="min-w-0 flex-1">
              <OptionText option={option} roomy />
            </span>
            {option.hint && (
              <span className="max-w-1/2 shrink-0 truncate text-muted text-xs">{option.hint}</span>
            )}
            {option.value === chosen && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="px-3.5 pb-3 text-muted">{emptyText}</p>}
      {more > 0 && (
        <p className="border-t px-3.5 py-2 text-muted text-xs">
          {more.toLocaleString()} more: type to find them
        </p>
      )}
    </>
  )
}
