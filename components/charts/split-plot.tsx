'use client'

import { memo } from 'react'
import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartHint } from './chart-hint'
import type { SplitChartProps } from './split-chart'

const axis = { tickLine: false, axisLine: false, tick: { fill: 'var(--color-muted)', fontSize: 12 } }
const colors = ['var(--color-accent)', 'var(--color-amber)']

export const SplitPlot = memo(DrawnSplit, (before, after) => JSON.stringify(before) === JSON.stringify(after))

function DrawnSplit({ title, parts, bars, locale }: SplitChartProps) {
  const compact = new Intl.NumberFormat(locale, { notation: 'compact' })
  const format = new Intl.NumberFormat(locale)
  return (
    <BarChart
      responsive
      layout="vertical"
      data={bars}
      title={title}
      desc="Use the arrow keys to move along the bars."
      margin={{ top: 0, right: 12, bottom: 0, left: 0 }}
      barSize={18}
      style={{ width: '100%', height: '100%' }}
    >
      <XAxis
        type="number"
        allowDecimals={false}
        tickFormatter={value => compact.format(value)}
        height={24}
        {...axis}
      />
      <YAxis type="category" dataKey="label" width="auto" {...axis} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--color-surface-2)' }}
        content={({ active, label }) => {
          const bar = active ? bars.find(each => each.label === label) : undefined
          if (!bar) return null
          const lines = [bar.first, bar.second].map((value, index) => ({
            label: parts[index] ?? '',
            value: format.format(value),
            color: colors[index],
          }))
          return <ChartHint title={bar.label} lines={lines} />
        }}
      />
      <Bar dataKey="first" stackId="all" fill={colors[0]} isAnimationActive={false} />
      <Bar dataKey="second" stackId="all" fill={colors[1]} isAnimationActive={false} radius={[0, 3, 3, 0]} />
    </BarChart>
  )
}
