'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { weekdays } from '@/lib/routing/hours'
import { DayHours } from './day-hours'
import { type DraftSpan, type DraftWeek, hoursOf, nextSpan } from './hours-draft'

type HoursEditorProps = {
  week: DraftWeek
  onChange: (week: DraftWeek) => void
  error: string | undefined
}

/** The week of a number: several spans a day, past midnight too. Field `hours`, as JSON. */
export function HoursEditor({ week, onChange, error }: HoursEditorProps) {
  const [said, setSaid] = useState('')

  const setDay = (day: number, spans: DraftSpan[]) => onChange(week.with(day, spans))

  function copy(from: number, to: readonly number[], words: string) {
    const spans = week[from] ?? []
    onChange(week.map((old, day) => (day !== from && to.includes(day) ? spans.map(withKey) : old)))
    setSaid(`${weekdays[from]}’s hours copied to ${words}.`)
  }

  function clear() {
    onChange(weekdays.map(() => []))
    setSaid('All hours removed.')
  }

  return (
    <div>
      <input type="hidden" name="hours" value={JSON.stringify(hoursOf(week))} />
      <ul className="divide-y rounded-md border">
        {weekdays.map((name, day) => {
          const spans = week[day] ?? []
          return (
            <DayHours
              key={name}
              day={day}
              spans={spans}
              onChange={next => setDay(day, next)}
              onAdd={() => setDay(day, [...spans, withKey(nextSpan(spans))])}
              onCopy={(to, words) => copy(day, to, words)}
            />
          )
        })}
      </ul>
      {error && (
        <p role="alert" className="mt-1.5 text-red">
          {error}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button variant="ghost" size="sm" className="-ml-2.5" onClick={clear}>
          Clear the week
        </Button>
        <span aria-live="polite" className="text-muted text-xs">
          {said}
        </span>
      </div>
    </div>
  )
}

/** Counted over all editors of the page: a week may come back from one that was switched off. */
let added = 0

function withKey({ from, to }: { from: string; to: string }): DraftSpan {
  added += 1
  return { from, to, key: `added-${added}` }
}
