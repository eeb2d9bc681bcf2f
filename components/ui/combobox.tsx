'use client'

import { Check, ChevronsUpDown, Search } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { filterOptions, type Option } from './combobox-filter'
import { controlStyle } from './control-style'
import { cx } from './cx'

type ComboboxProps = {
  options: Option[]
  /** Controlled value; leave out and give `defaultValue` for a plain form. */
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  /** For options that are looked up elsewhere: hears what is typed, and `options` are shown as they come. */
  onSearch?: (text: string) => void
  /** Adds a hidden input of this name to the form. */
  name?: string
  placeholder?: string
  searchPlaceholder?: string
  emptyText?: string
  disabled?: boolean
  id?: string
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** A select with a search field, for long lists. Arrow keys, Home, End, Enter and Escape work as expected. */
export function Combobox({
  options,
  value,
  defaultValue = '',
  onChange,
  onSearch,
  name,
  placeholder = 'Choose…',
  searchPlaceholder = 'Search…',
  emptyText = 'Nothing found',
  disabled,
  id,
  ...aria
}: ComboboxProps) {
  const [ownValue, setOwnValue] = useState(defaultValue)
  const [open, setOpen] = useState(false)
  const [found, setFound] = useState<Option>()
  const chosen = value ?? ownValue
  // What was looked up may be gone from the options when the next search shows others.
  const current =
    options.find(option => option.value === chosen) ?? (found?.value === chosen ? found : undefined)

  function choose(next: string) {
    setOwnValue(next)
    setFound(options.find(option => option.value === next))
    setOpen(false)
    onChange?.(next)
  }

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      {name && <input type="hidden" name={name} value={chosen} />}
      <Popover.Trigger asChild>
        <button
          {...aria}
          id={id}
          type="button"
          role="combobox"
          aria-expanded={open}
          disabled={disabled}
          aria-labelledby={id && !aria['aria-label'] ? `${id}-label ${id}` : undefined}
          className={cx(controlStyle, 'flex h-9 items-center justify-between gap-2 text-left max-sm:h-11')}
        >
          {current ? (
            <OptionText option={current} />
          ) : (
            <span className="truncate text-muted">{placeholder}</span>
          )}
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-(--radix-popover-trigger-width) min-w-64 animate-rise-in overflow-hidden rounded-lg bg-surface shadow-float"
        >
          <OptionList
            options={options}
            chosen={chosen}
            onChoose={choose}
            onSearch={onSearch}
            searchPlaceholder={searchPlaceholder}
            emptyText={emptyText}
          />
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
            className={cx(
              'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2.5 py-1 max-sm:min-h-11',
              index === active && 'bg-surface-2',
              option.disabled && 'cursor-not-allowed text-muted',
            )}
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

/** On one line the label keeps its room, what stands above it gives way. On a phone a `roomy` one takes as many as it needs. */
function OptionText({ option, roomy = false }: { option: Option; roomy?: boolean }) {
  return (
    <span className={cx('flex min-w-0', roomy && 'max-sm:flex-col')} title={fullText(option)}>
      {option.above && (
        <span
          className={cx(
            'min-w-6 shrink truncate whitespace-pre text-muted',
            roomy && 'max-sm:whitespace-normal max-sm:text-xs',
          )}
        >
          {option.above} ›{' '}
        </span>
      )}
      <span className={cx('truncate', option.above && 'max-w-[80%] shrink-0', roomy && 'max-sm:max-w-full')}>
        {option.label}
      </span>
    </span>
  )
}

function fullText({ above, label }: Option): string {
  return above ? `${above} › ${label}` : label
}
