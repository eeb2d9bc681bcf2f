'use client'

import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { filterOptions, type Option } from './combobox-filter'
import { cx } from './cx'
import { Input } from './input'
import { optionStyle } from './option-style'

type SuggestInputProps = Omit<
  ComponentProps<'input'>,
  'value' | 'defaultValue' | 'onChange' | 'onSelect' | 'role'
> & {
  value: string
  onChange: (text: string) => void
  /** What it may be; the ones that fit the text are offered below while it has the focus. */
  options: Option[]
  onChoose: (option: Option) => void
}

/**
 * A text field that offers what is known already and takes anything else as it is typed. Arrow keys walk the list,
 * Enter takes the walked-to row (without one it sends the form, as in any text field), Escape closes.
 */
export function SuggestInput({ value, onChange, options, onChoose, ...rest }: SuggestInputProps) {
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const { shown, more } = filterOptions(options, value)
  const showing = open && shown.length > 0

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function close() {
    setOpen(false)
    setActive(-1)
  }

  function choose(option: Option) {
    if (option.disabled) return
    onChoose(option)
    close()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!showing) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      return setActive(Math.max(-1, Math.min(active + step, shown.length - 1)))
    }
    const option = showing ? shown[active] : undefined
    if (event.key === 'Enter' && option) {
      event.preventDefault()
      choose(option)
    } else if (event.key === 'Escape' && showing) {
      event.preventDefault()
      close()
    }
  }

  return (
    <div className="relative">
      <Input
        {...rest}
        role="combobox"
        aria-expanded={showing}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={showing && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        value={value}
        onChange={event => {
          onChange(event.target.value)
          setOpen(true)
          setActive(-1)
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={event => {
          close()
          rest.onBlur?.(event)
        }}
      />
      <div
        className={cx(
          'absolute top-full right-0 left-0 z-30 mt-1 animate-rise-in overflow-hidden rounded-lg bg-surface shadow-float',
          !showing && 'hidden',
        )}
      >
        <div ref={list} id={listId} role="listbox" className="max-h-64 overflow-y-auto p-1">
          {shown.map((option, index) => (
            <div
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              aria-disabled={option.disabled}
              title={option.label}
              onMouseMove={() => setActive(index)}
              // Before the field loses the focus, which closes the list.
              onMouseDown={event => {
                event.preventDefault()
                choose(option)
              }}
              className={optionStyle({ active: index === active, disabled: option.disabled })}
            >
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
              {option.hint && (
                <span className="max-w-1/2 shrink-0 truncate text-muted text-xs tabular">{option.hint}</span>
              )}
            </div>
          ))}
        </div>
        {more > 0 && (
          <p className="border-t px-3.5 py-2 text-muted text-xs">
            {more.toLocaleString()} more: type to find them
          </p>
        )}
      </div>
    </div>
  )
}
