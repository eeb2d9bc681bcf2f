'use client'

import { useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { DayHours } from './day-hours'
import { type DraftSpan, type DraftWeek, hoursOf, nextSpan, weekdays } from './hours-draft'

type HoursEditorProps = {
  initial: DraftWeek
  /** By weekday, Monday 0. */
  errors: ReadonlyMap<number, string>
}

/** The week of a number: several spans a day, past midnight too. Field `hours`, as JSON. */
export function HoursEditor({ initial, errors }: HoursEditorProps) {
  const [week, setWeek] = useState(initial)
  const [said, setSaid] = useState('')
  const added = useRef(0)

  const withKey = (span: { from: string; to: string }): DraftSpan => {
    added.current += 1
    return { ...span, key: `added-${added.current}` }
  }
  const setDay = (day: number, spans: DraftSpan[]) => setWeek(week.with(day, spans))

  function copy(from: number, to: readonly number[], words: string) {
    const spans = week[from] ?? []
    setWeek(week.map((old, day) => (day !== from && to.includes(day) ? spans.map(withKey) : old)))
    setSaid(`${weekdays[from]}’s hours copied to ${words}.`)
  }

  return (
    <div>
      <input type="hidden" name="hours" value={JSON.stringify(hoursOf(week))} />
      <ul className="divide-y rounded-md border">
        {weekdays.map((name, day) => (
          <DayHours
            key={name}
            day={day}
            spans={week[day] ?? []}
            error={errors.get(day)}
            onChange={spans => setDay(day, spans)}
            onAdd={() => setDay(day, [...(week[day] ?? []), withKey(nextSpan(week[day] ?? []))])}
            onCopy={(to, words) => copy(day, to, words)}
          />
        ))}
      </ul>
      {week.every(spans => spans.length === 0) && (
        <Alert tone="amber" className="mt-3" title="Closed all week">
          Its orders always go to the backup. Pausing the number says the same, and shows it.
        </Alert>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          variant="ghost"
          size="sm"
          className="-ml-2.5"
          onClick={() => {
            setWeek(weekdays.map(() => []))
            setSaid('All hours removed.')
          }}
        >
          Clear the week
        </Button>
        <span aria-live="polite" className="text-muted text-xs">
          {said}
        </span>
      </div>
    </div>
  )
}
