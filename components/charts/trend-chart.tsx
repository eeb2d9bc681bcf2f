import { ChartFigure } from './chart-figure'
import { PreviousLegend, TrendPlot } from './trend-plot'

/**
 * `label` under the axis; `detail` in the hint and the table, for example "Mon, 23 Nov 2026".
 * `value` null: still to come, so the line ends before it. `soFar`: not over yet, so the way there is dashed.
 * `previous` is the same place in the period before; null where there is none.
 */
export type TrendPoint = {
  key: string
  label: string
  detail: string
  value: number | null
  previous: number | null
  soFar: boolean
}

export type TrendChartProps = {
  title: string
  points: TrendPoint[]
  locale: string
  /** What a value counts, for example "Clicks". */
  valueLabel: string
  /** What `previous` is, for example "30 days before"; null: there is nothing to compare with. */
  previousLabel: string | null
}

/** A line over time, against the period before. */
export function TrendChart(props: TrendChartProps) {
  const { title, points, locale, valueLabel, previousLabel } = props
  const format = new Intl.NumberFormat(locale)
  const figure = (value: number | null) => (value === null ? '–' : format.format(value))
  const known = points.filter(point => point.value !== null)
  return (
    <ChartFigure
      title={title}
      table={{
        headers: ['Time', valueLabel, ...(previousLabel ? [previousLabel] : [])],
        rows: known.map(({ key, detail, value, previous }) => ({
          key,
          cells: [detail, figure(value), ...(previousLabel ? [figure(previous)] : [])],
        })),
      }}
    >
      {previousLabel && <PreviousLegend label={previousLabel} />}
      <TrendPlot {...props} />
    </ChartFigure>
  )
}
