'use client'

import { Copy, Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { DropdownItem, DropdownMenu } from '@/components/ui/dropdown-menu'
import { Input } from '@/components/ui/input'
import { weekdays } from '@/lib/routing/hours'
import { type DraftSpan, endInWords } from './hours-draft'

type DayHoursProps = {
  day: number
  spans: DraftSpan[]
  onChange: (spans: DraftSpan[]) => void
  onAdd: () => void
  /** To these days, and what to call them. */
  onCopy: (days: readonly number[], words: string) => void
}

const workdays = [0, 1, 2, 3, 4]
const everyDay = [0, 1, 2, 3, 4, 5, 6]

export function DayHours({ day, spans, onChange, onAdd, onCopy }: DayHoursProps) {
  const name = weekdays[day] ?? ''
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 px-3 py-2 max-sm:px-2">
      <span className="flex h-9 w-24 shrink-0 items-center font-medium max-sm:h-11 max-sm:flex-1">
        {name}
      </span>
      <div className="min-w-0 space-y-2 max-sm:order-3 max-sm:basis-full sm:flex-1">
        {spans.length === 0 && <p className="flex h-9 items-center text-muted max-sm:h-8">Closed</p>}
        {spans.map((span, index) => (
          <SpanFields
            key={span.key}
            span={span}
            day={day}
            which={spans.length > 1 ? `${name}, ${index + 1}` : name}
            onChange={next => onChange(spans.with(index, next))}
            onRemove={() => onChange(spans.toSpliced(index, 1))}
          />
        ))}
      </div>
      <span className="flex shrink-0 gap-1 max-sm:order-2">
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Add hours on ${name}`}
          title="Add hours"
          onClick={onAdd}
        >
          <Plus aria-hidden />
        </Button>
        <DropdownMenu
          trigger={
            <Button variant="ghost" size="sm" aria-label={`Copy ${name}’s hours`} title="Copy these hours">
              <Copy aria-hidden />
            </Button>
          }
        >
          <DropdownItem onSelect={() => onCopy(everyDay, 'all days')}>Copy to all days</DropdownItem>
          <DropdownItem onSelect={() => onCopy(workdays, 'Monday to Friday')}>
            Copy to Monday to Friday
          </DropdownItem>
          <DropdownItem onSelect={() => onCopy([5, 6], 'the weekend')}>Copy to the weekend</DropdownItem>
        </DropdownMenu>
      </span>
    </li>
  )
}

/** On a phone a tap opens the platform's own clock, so the icon for it only takes room. */
const timeStyle = 'w-30! max-sm:w-full! max-sm:px-2! max-sm:[&::-webkit-calendar-picker-indicator]:hidden'

type SpanFieldsProps = {
  span: DraftSpan
  day: number
  /** "Monday", or "Monday, 2". */
  which: string
  onChange: (span: DraftSpan) => void
  onRemove: () => void
}

function SpanFields({ span, day, which, onChange, onRemove }: SpanFieldsProps) {
  const end = endInWords(span, day)
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto] max-sm:gap-x-1.5">
      <Input
        type="time"
        aria-label={`${which}: opens`}
        value={span.from}
        onChange={event => onChange({ ...span, from: event.target.value })}
        className={timeStyle}
      />
      <span className="text-muted">to</span>
      <Input
        type="time"
        aria-label={`${which}: closes`}
        value={span.to}
        onChange={event => onChange({ ...span, to: event.target.value })}
        className={timeStyle}
      />
      <Button
        variant="ghost"
        size="sm"
        aria-label={`Remove ${which}`}
        onClick={onRemove}
        className="max-sm:px-2.5"
      >
        <X aria-hidden />
      </Button>
      {end && <span className="text-muted text-xs max-sm:col-span-full">{end}</span>}
    </div>
  )
}
