import { scaleLinear, scalePoint } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import type { TrendChartProps, TrendPoint } from './trend-chart'
import { TrendPointer } from './trend-pointer'

const WIDTH = 1000
const HEIGHT = 100
const LABELS = { desktop: 8, phone: 4 }

/** Of the period before. */
const PREVIOUS = { strokeDasharray: '3 4', className: 'stroke-muted/70' }

type Place = TrendPoint & { x: number; running: boolean }

/**
 * Drawn on the server: the browser gets a finished picture that fits any width, and no library that would draw it anew
 * (Recharts kept a slow phone busy for half a second). Only the pointer's hint is a script.
 */
export function TrendPlot({ title, points, locale, valueLabel, previousLabel }: TrendChartProps) {
  const format = new Intl.NumberFormat(locale)
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
  const most = Math.max(4, ...points.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0]))
  const y = scaleLinear([0, most], [HEIGHT, 0]).nice(4)
  const at = scalePoint(
    points.map(({ key }) => key),
    [0, WIDTH],
  )
  const places = points.map((point, index) => ({
    ...point,
    x: at(point.key) ?? 0,
    // From the last settled point to the one that is not over yet.
    running: point.soFar || (points[index + 1]?.soFar ?? false),
  }))
  const ticks = y.ticks(4).filter(Number.isInteger)
  const stroke = { fill: 'none', vectorEffect: 'non-scaling-stroke', strokeLinecap: 'round' } as const
  return (
    <div className="grid h-48 grid-cols-[auto_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_1.5rem] gap-x-2 pt-2 pr-2 text-muted text-xs tabular lg:h-74">
      <div aria-hidden className="relative">
        {ticks.map(tick => (
          // In the flow, so that the widest one makes the room; moved to its height.
          <div key={tick} className="h-0 text-right">
            <span className="invisible">{compact.format(tick)}</span>
            <span className="-translate-y-1/2 absolute right-0" style={{ top: `${y(tick)}%` }}>
              {compact.format(tick)}
            </span>
          </div>
        ))}
      </div>
      <div className="relative">
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          {ticks.map(tick => (
            <path key={tick} {...stroke} d={`M0,${y(tick)}H${WIDTH}`} className="stroke-border" />
          ))}
          {previousLabel && (
            <path {...stroke} d={drawLine(places, ({ previous }) => previous, y)} {...PREVIOUS} />
          )}
          <path d={drawArea(places, y)} className="fill-accent/10" />
          <path
            {...stroke}
            d={drawLine(places, ({ soFar, value }) => (soFar ? null : value), y)}
            strokeWidth={2}
            className="stroke-accent"
          />
          <path
            {...stroke}
            d={drawLine(places, ({ running, value }) => (running ? value : null), y)}
            strokeWidth={2}
            strokeDasharray="2 5"
            className="stroke-accent"
          />
        </svg>
        <TrendPointer
          title={title}
          places={places.map(({ x, detail, value, previous }) => ({
            left: x / WIDTH,
            top: value === null ? null : y(value) / HEIGHT,
            detail,
            value: value === null ? null : format.format(value),
            previous: previous === null || !previousLabel ? null : format.format(previous),
          }))}
          valueLabel={valueLabel}
          previousLabel={previousLabel ?? ''}
        />
      </div>
      <TimeAxis places={places} />
    </div>
  )
}

/** Names the one line that the chart's title doesn't. */
export function PreviousLegend({ label }: { label: string }) {
  return (
    <p className="flex items-center justify-end gap-1.5 pr-2 text-muted text-xs">
      <svg aria-hidden="true" viewBox="0 0 24 2" className="h-0.5 w-6">
        <path d="M0,1H24" {...PREVIOUS} />
      </svg>
      {label}
    </p>
  )
}

type Scale = (value: number) => number

function drawLine(places: Place[], read: (place: Place) => number | null, y: Scale): string {
  const draw = line<Place>(
    ({ x }) => x,
    place => y(read(place) ?? 0),
  )
  return (
    draw
      .digits(1)
      .curve(curveMonotoneX)
      .defined(place => read(place) !== null)(places) ?? ''
  )
}

function drawArea(places: Place[], y: Scale): string {
  const draw = area<Place>()
    .x(({ x }) => x)
    .y0(HEIGHT)
    .y1(({ value }) => y(value ?? 0))
  return (
    draw
      .digits(1)
      .curve(curveMonotoneX)
      .defined(({ soFar, value }) => !soFar && value !== null)(places) ?? ''
  )
}

/** As many labels as have room, the first and then at equal steps; on a phone fewer of them. */
function TimeAxis({ places }: { places: Place[] }) {
  const step = Math.ceil(places.length / LABELS.desktop)
  const labelled = places.filter((_, index) => index % step === 0)
  const phoneStep = Math.ceil(labelled.length / LABELS.phone)
  return (
    <div aria-hidden className="relative col-start-2 overflow-x-clip">
      {labelled.map(({ key, label, x }, index) => (
        <span
          key={key}
          className={`absolute top-1.5 whitespace-nowrap ${index % phoneStep === 0 ? '' : 'max-sm:hidden'}`}
          // Centred under its point, but never beyond the plot's ends.
          style={{ left: `${x / 10}%`, translate: x < 40 ? '0' : x > 940 ? '-100%' : '-50%' }}
        >
          {label}
        </span>
      ))}
    </div>
  )
}
