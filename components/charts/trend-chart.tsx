import { cx } from '../ui/cx'
import { buildScale } from './scale'

/**
 * `label` under the axis; `detail` in the hint and the table, for example "Mon, 23 Nov 2026".
 * `value` null: still to come, so the line ends before it. `soFar`: not over yet, so the way there is dashed.
 */
type TrendPoint = { key: string; label: string; detail: string; value: number | null; soFar?: boolean }

type TrendChartProps = { title: string; points: TrendPoint[]; formatValue: (value: number) => string }

/**
 * A line over time, drawn on the server. The picture stretches to its box, so text and hints are HTML around it.
 * Screen readers get the same figures as a table.
 */
export function TrendChart({ title, points, formatValue }: TrendChartProps) {
  const { max, ticks } = buildScale(Math.max(0, ...points.map(point => point.value ?? 0)))
  const top = (value: number) => 100 - (value / max) * 100
  const left = (index: number) => ((index + 0.5) / points.length) * 100
  const line = points.flatMap(({ value }, index) => (value === null ? [] : [`${left(index)},${top(value)}`]))
  const known = points.slice(0, line.length)
  const settled = known.length > 1 && known.at(-1)?.soFar ? line.slice(0, -1) : line
  const every = points.length <= 7 ? 1 : Math.ceil(points.length / 6)

  return (
    <figure>
      <figcaption className="sr-only">{title}</figcaption>
      <div aria-hidden className="flex h-44 gap-2 lg:h-58 text-muted text-xs tabular">
        <div className="relative min-w-4 shrink-0 text-right">
          {/* The widest tick holds the column's width. */}
          <span className="invisible">{formatValue(max)}</span>
          {ticks.map(tick => (
            <span key={tick} className="-translate-y-1/2 absolute right-0" style={{ top: `${top(tick)}%` }}>
              {formatValue(tick)}
            </span>
          ))}
        </div>
        <div className="relative min-w-0 flex-1">
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            <title>{title}</title>
            {ticks.map(tick => (
              <line
                key={tick}
                x1="0"
                x2="100"
                y1={top(tick)}
                y2={top(tick)}
                className="stroke-border"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            <polygon
              points={`${left(0)},100 ${line.join(' ')} ${left(line.length - 1)},100`}
              className="fill-accent/10"
            />
            <g
              fill="none"
              strokeWidth="2"
              strokeLinejoin="round"
              strokeLinecap="round"
              className="stroke-accent"
            >
              <polyline points={settled.join(' ')} vectorEffect="non-scaling-stroke" />
              {settled.length < line.length && (
                <polyline
                  points={line.slice(-2).join(' ')}
                  strokeDasharray="1 6"
                  vectorEffect="non-scaling-stroke"
                />
              )}
            </g>
          </svg>
          <div className="absolute inset-0 flex">
            {points.map((point, index) =>
              point.value === null ? (
                <div key={point.key} className="flex-1" />
              ) : (
                <Hint
                  key={point.key}
                  top={top(point.value)}
                  side={
                    index < points.length / 3 ? 'left' : index > (points.length * 2) / 3 ? 'right' : 'middle'
                  }
                  detail={point.detail}
                  value={formatValue(point.value)}
                />
              ),
            )}
          </div>
        </div>
      </div>
      <AxisLabels points={points} every={every} indent={formatValue(max)} />
      <DataTable title={title} points={points} formatValue={formatValue} />
    </figure>
  )
}

const hintSide = { left: 'left-0', middle: 'left-1/2 -translate-x-1/2', right: 'right-0' }

type HintProps = { top: number; side: keyof typeof hintSide; detail: string; value: string }

/** One column of the plot; under the pointer it shows its dot and its figure. */
function Hint({ top, side, detail, value }: HintProps) {
  return (
    <div className="group relative h-full flex-1">
      <span className="-translate-x-1/2 absolute inset-y-0 left-1/2 w-px bg-border-strong opacity-0 group-hover:opacity-100" />
      <span
        className="-translate-1/2 absolute left-1/2 size-2 rounded-full border-2 border-surface bg-accent opacity-0 ring-1 ring-accent group-hover:opacity-100"
        style={{ top: `${top}%` }}
      />
      <span
        className={cx(
          'pointer-events-none absolute bottom-full z-10 mb-2 hidden whitespace-nowrap rounded-md bg-text px-2.5 py-1.5 text-background shadow-float group-hover:block',
          hintSide[side],
        )}
      >
        <strong className="font-semibold">{value}</strong> · {detail}
      </span>
    </div>
  )
}

function AxisLabels({ points, every, indent }: { points: TrendPoint[]; every: number; indent: string }) {
  return (
    <div aria-hidden className="mt-2 flex gap-2 text-muted text-xs tabular">
      <span className="invisible h-4 min-w-4 shrink-0">{indent}</span>
      <span className="relative h-4 flex-1">
        {points.map((point, index) =>
          index % every === Math.floor(every / 2) ? (
            <span
              key={point.key}
              className={cx(
                '-translate-x-1/2 absolute whitespace-nowrap',
                // Half of them fit on a phone.
                Math.floor(index / every) % 2 === 1 && 'max-sm:hidden',
              )}
              style={{ left: `${((index + 0.5) / points.length) * 100}%` }}
            >
              {point.label}
            </span>
          ) : null,
        )}
      </span>
    </div>
  )
}

function DataTable({ title, points, formatValue }: TrendChartProps) {
  return (
    // A table itself would not shrink to a pixel and would widen a narrow page.
    <div className="sr-only">
      <table>
        <caption>{title}</caption>
        <tbody>
          {points.map(({ key, detail, value }) =>
            value === null ? null : (
              <tr key={key}>
                <th scope="row">{detail}</th>
                <td>{formatValue(value)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
