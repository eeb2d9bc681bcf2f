import { ChartFigure } from './chart-figure'

type SplitBar = { key: string; label: string; first: number; second: number }

type SplitChartProps = {
  title: string
  /** What the bars stand for, for example "Page". */
  rowLabel: string
  /** The two parts of each bar. */
  parts: [string, string]
  bars: SplitBar[]
  locale: string
}

const colors = ['bg-accent', 'bg-amber']

/** Bars of two parts each, one below the other, each part with its figure. */
export function SplitChart({ title, rowLabel, parts, bars, locale }: SplitChartProps) {
  const format = new Intl.NumberFormat(locale)
  const most = Math.max(1, ...bars.map(({ first, second }) => first + second))
  return (
    <ChartFigure
      title={title}
      table={{
        headers: [rowLabel, ...parts, 'Together'],
        rows: bars.map(({ key, label, first, second }) => ({
          key,
          cells: [label, ...[first, second, first + second].map(value => format.format(value))],
        })),
      }}
    >
      <p className="mb-3 flex gap-4 text-muted text-xs">
        {parts.map((part, index) => (
          <span key={part} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-full ${colors[index]}`} />
            {part}
          </span>
        ))}
      </p>
      <ul aria-hidden className="space-y-3">
        {bars.map(({ key, label, first, second }) => (
          <li key={key}>
            <span className="mb-1 flex items-baseline gap-3">
              <span className="min-w-0 flex-1 truncate">{label}</span>
              <span className="text-muted text-xs tabular">
                {format.format(first)} + {format.format(second)}
              </span>
            </span>
            <span className="flex h-4.5 gap-px">
              {[first, second].map((value, index) => (
                <span
                  key={parts[index]}
                  title={`${label}, ${parts[index]}: ${format.format(value)}`}
                  className={`h-full first:rounded-l-sm last:rounded-r-sm ${colors[index]}`}
                  style={{ width: `${(value / most) * 100}%` }}
                />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}
