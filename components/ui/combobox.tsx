'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Option } from './combobox-filter'
import { controlStyle } from './control-style'
import { cx } from './cx'
import { OptionText } from './option-text'
import { useLate } from './use-late'

const loadList = async () => (await import('./combobox-list')).ComboboxList

type ComboboxProps = {
  options: Option[]
  /** Controlled value; leave out and give `defaultValue` for a plain form. Another `defaultValue` takes the choice's place. */
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  /** For options that are looked up elsewhere: hears what is typed, and `options` are shown as they come. */
  onSearch?: (text: string) => void
  /** Somebody is about to open it: the time to get options that are not here yet. */
  onIntent?: () => void
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
  onIntent,
  name,
  placeholder = 'Choose…',
  searchPlaceholder = 'Search…',
  emptyText = 'Nothing found',
  disabled,
  id,
  ...aria
}: ComboboxProps) {
  const [own, setOwn] = useState({ defaultValue, value: defaultValue })
  if (own.defaultValue !== defaultValue) setOwn({ defaultValue, value: defaultValue })
  const [open, setOpen] = useState(false)
  const ComboboxList = useLate(loadList, open)
  const button = useRef<HTMLButtonElement>(null)
  const [found, setFound] = useState<Option>()
  const chosen = value ?? own.value
  // What was looked up may be gone from the options when the next search shows others.
  const current =
    options.find(option => option.value === chosen) ?? (found?.value === chosen ? found : undefined)

  function mean() {
    loadList().catch(() => {})
    onIntent?.()
  }

  function choose(next: string) {
    setOwn({ defaultValue, value: next })
    setFound(options.find(option => option.value === next))
    close()
    onChange?.(next)
  }

  /** The next time it opens with nothing typed. */
  function close() {
    setOpen(false)
    onSearch?.('')
  }

  return (
    <>
      {name && <input type="hidden" name={name} value={chosen} />}
      <button
        {...aria}
        ref={button}
        id={id}
        type="button"
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={open}
        disabled={disabled}
        aria-labelledby={id && !aria['aria-label'] ? `${id}-label ${id}` : undefined}
        onPointerEnter={mean}
        onFocus={mean}
        onClick={() => (open ? close() : setOpen(true))}
        className={cx(controlStyle, 'flex h-9 items-center justify-between gap-2 text-left max-sm:h-11')}
      >
        {current ? (
          <OptionText option={current} />
        ) : (
          <span className="truncate text-muted">{placeholder}</span>
        )}
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
      </button>
      {open && ComboboxList && (
        <ComboboxList
          anchor={button}
          onClose={close}
          options={options}
          chosen={chosen}
          onChoose={choose}
          onSearch={onSearch}
          searchPlaceholder={searchPlaceholder}
          emptyText={emptyText}
        />
      )}
    </>
  )
}
