'use client'

import dynamic from 'next/dynamic'
import { ChartFigure } from './chart-figure'
import { Deferred } from './deferred'

type SplitBar = { key: string; label: string; first: number; second: number }

export type SplitChartProps = {
  title: string
  /** What the bars stand for, for example "Page". */
  rowLabel: string
  /** The two parts of each bar. */
  parts: [string, string]
  bars: SplitBar[]
  locale: string
}

const SplitPlot = dynamic(() => import('./split-plot').then(module => module.SplitPlot), { ssr: false })

/** Bars of two parts each, one below the other. */
export function SplitChart(props: SplitChartProps) {
  const { title, rowLabel, parts, bars, locale } = props
  const format = new Intl.NumberFormat(locale)
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
      <p className="mb-2 flex gap-4 text-muted text-xs">
        {parts.map((part, index) => (
          <span key={part} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-full ${index === 0 ? 'bg-accent' : 'bg-amber'}`} />
            {part}
          </span>
        ))}
      </p>
      <Deferred className="h-48">
        <SplitPlot {...props} />
      </Deferred>
    </ChartFigure>
  )
}
