'use client'

import { memo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartHint } from './chart-hint'
import type { TrendPoint } from './trend-chart'

type TrendPlotProps = {
  title: string
  points: TrendPoint[]
  locale: string
  valueLabel: string
  previousLabel: string | null
}

const axis = { tickLine: false, axisLine: false, tick: { fill: 'var(--color-muted)', fontSize: 12 } }
const still = { isAnimationActive: false, dot: false, activeDot: { r: 4, strokeWidth: 2 } } as const

/** Drawn anew only when a figure has changed: turning the table's pages brings the same points as new objects. */
export const TrendPlot = memo(DrawnTrend, (before, after) => JSON.stringify(before) === JSON.stringify(after))

function DrawnTrend({ title, points, locale, valueLabel, previousLabel }: TrendPlotProps) {
  const format = new Intl.NumberFormat(locale)
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
  const rows = points.map((point, index) => ({
    ...point,
    settled: point.soFar ? null : point.value,
    // From the last settled point to the one that is not over yet.
    running: point.soFar || points[index + 1]?.soFar ? point.value : null,
  }))
  return (
    <ComposedChart
      responsive
      data={rows}
      title={title}
      desc="Use the arrow keys to move along the line."
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      style={{ width: '100%', height: '100%' }}
    >
      <CartesianGrid vertical={false} stroke="var(--color-border)" />
      <XAxis dataKey="key" tickFormatter={label} minTickGap={28} height={24} {...axis} />
      <YAxis
        width="auto"
        allowDecimals={false}
        tickCount={5}
        tickFormatter={value => compact.format(value)}
        {...axis}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--color-border-strong)' }}
        content={({ active, payload }) => {
          const point = active ? rows.find(row => row.key === payload[0]?.payload.key) : undefined
          return point ? hint(point) : null
        }}
      />
      {previousLabel && (
        <Line
          {...still}
          type="monotone"
          dataKey="previous"
          stroke="var(--color-muted)"
          strokeOpacity={0.7}
          strokeDasharray="3 3"
          activeDot={false}
        />
      )}
      <Area
        {...still}
        type="monotone"
        dataKey="settled"
        stroke="var(--color-accent)"
        strokeWidth={2}
        fill="var(--color-accent)"
        fillOpacity={0.1}
      />
      <Line
        {...still}
        type="monotone"
        dataKey="running"
        stroke="var(--color-accent)"
        strokeWidth={2}
        strokeDasharray="2 5"
        strokeLinecap="round"
      />
    </ComposedChart>
  )

  function label(key: string): string {
    return points.find(point => point.key === key)?.label ?? ''
  }

  function hint(point: TrendPoint) {
    const lines = [
      { label: valueLabel, value: point.value, color: 'var(--color-accent)' },
      {
        label: previousLabel ?? '',
        value: previousLabel ? point.previous : null,
        color: 'var(--color-muted)',
      },
    ]
    return (
      <ChartHint
        title={point.detail}
        lines={lines.flatMap(line =>
          line.value === null ? [] : [{ ...line, value: format.format(line.value) }],
        )}
      />
    )
  }
}
