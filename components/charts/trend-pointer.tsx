'use client'

import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { ChartHint } from './chart-hint'

type TrendPlace = {
  /** Shares of the plot's width and height; `top` null: the line does not reach here. */
  left: number
  top: number | null
  detail: string
  value: string | null
  previous: string | null
}

type TrendPointerProps = { title: string; places: TrendPlace[]; valueLabel: string; previousLabel: string }

const percent = (share: number) => `${share * 100}%`

/** Lies over the plot and tells the figures of the place under the pointer, or of the one the arrow keys have walked to. */
export function TrendPointer({ title, places, valueLabel, previousLabel }: TrendPointerProps) {
  const [at, setAt] = useState<number | null>(null)
  const place = at === null ? undefined : places[at]

  function follow({ clientX, currentTarget }: PointerEvent) {
    const { left, width } = currentTarget.getBoundingClientRect()
    const step = Math.round(((clientX - left) / width) * (places.length - 1))
    setAt(Math.min(Math.max(step, 0), places.length - 1))
  }

  function walk(event: KeyboardEvent) {
    const last = places.length - 1
    const steps: Record<string, number | null> = {
      ArrowRight: at === null ? 0 : Math.min(at + 1, last),
      ArrowLeft: at === null ? last : Math.max(at - 1, 0),
      Home: 0,
      End: last,
      Escape: null,
    }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
  }

  return (
    <div
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk along the line
      tabIndex={0}
      aria-label={`${title}. Use the arrow keys to move along the line.`}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setAt(null)}
      onBlur={() => setAt(null)}
      onKeyDown={walk}
      className="absolute inset-0 touch-pan-y rounded-sm"
    >
      {place && (
        <>
          <span
            aria-hidden
            className="absolute inset-y-0 w-px bg-border-strong"
            style={{ left: percent(place.left) }}
          />
          {place.top !== null && (
            <span
              aria-hidden
              className="-translate-1/2 absolute size-2.5 rounded-full border-2 border-surface bg-accent"
              style={{ left: percent(place.left), top: percent(place.top) }}
            />
          )}
          <div
            className="pointer-events-none absolute top-0 z-10 px-3"
            style={{ left: percent(place.left), translate: place.left > 0.5 ? '-100%' : '0' }}
          >
            <ChartHint title={place.detail} lines={linesOf(place)} />
          </div>
        </>
      )}
    </div>
  )

  function linesOf({ value, previous }: TrendPlace) {
    const lines = [
      { label: valueLabel, value, color: 'var(--color-accent)' },
      { label: previousLabel, value: previous, color: 'var(--color-muted)' },
    ]
    return lines.flatMap(line => (line.value === null ? [] : [{ ...line, value: line.value }]))
  }
}
