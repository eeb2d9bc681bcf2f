import { ArrowDownRight, ArrowUpRight } from 'lucide-react'
import Link from 'next/link'
import { TrendChart } from '@/components/charts/trend-chart'
import { Card } from '@/components/ui/card'
import { cx } from '@/components/ui/cx'
import { findingTrend } from '@/lib/clicks/findings'
import { buildChange } from '@/lib/clicks/overview'
import { listUnits } from '@/lib/clicks/periods'
import type { ClickSummary } from '@/lib/clicks/summary'
import { countedNoun } from './describe-count'
import type { Tab } from './layout-names'
import { bucketLabels, describePeriod, describePrevious, unitLabels } from './periods-in-words'
import type { PanelProps } from './read-view'
import { summaryOf } from './summary-of'
import { type AnalyticsView, viewHref } from './view'

/** "How many people click?" The figure, against the period before, and its course. */
export async function TrendPanel({
  tab,
  className,
  ...panel
}: PanelProps & { tab: Tab; className?: string }) {
  const { view, locale } = panel
  const summary = await summaryOf(panel)
  const before = describePrevious(view.filters, panel)
  return (
    <Card
      className={className}
      title={
        <span className="flex flex-wrap items-baseline gap-x-2 font-semibold text-2xl tabular tracking-tight">
          <Direction summary={summary} />
          {summary.total.toLocaleString(locale)}{' '}
          <span className="font-normal text-base text-muted">{countedNoun(view.filters, summary.total)}</span>
        </span>
      }
      description={
        <>
          {findingTrend(summary, before?.inSentence ?? null, locale)}{' '}
          {view.filters.from && (
            <span className="whitespace-nowrap">{describePeriod(view.filters, locale)}.</span>
          )}
        </>
      }
      action={<UnitPicker view={view} tab={tab} unit={summary.unit} />}
    >
      {/* On a narrow screen a chart of nothing would only push away what to do about it. */}
      <div className={summary.total + (summary.previousTotal ?? 0) === 0 ? 'max-lg:hidden' : undefined}>
        <TrendChart
          title={`Clicks by ${summary.unit}`}
          points={buildPoints(summary, panel)}
          locale={locale}
          valueLabel="Clicks"
          previousLabel={before?.label ?? null}
        />
      </div>
    </Card>
  )
}

function buildPoints({ unit, trend, end }: ClickSummary, { now, locale, timeZone }: PanelProps) {
  const name = bucketLabels({ unit, locale, timeZone })
  return trend.map(({ start, count, previous }, index) => ({
    key: start.toISOString(),
    value: start > now && count === 0 ? null : count,
    previous,
    ...name(start, start <= now && (trend[index + 1]?.start ?? end) > now),
  }))
}

function Direction({ summary: { total, previousTotal } }: { summary: ClickSummary }) {
  if (previousTotal === null) return null
  const { direction } = buildChange({ count: total, previous: previousTotal })
  if (direction !== 'up' && direction !== 'down') return null
  const Icon = direction === 'up' ? ArrowUpRight : ArrowDownRight
  return (
    <Icon
      aria-hidden
      className={cx('size-6 self-center', direction === 'up' ? 'text-green' : 'text-amber')}
    />
  )
}

/** How the trend is cut, where there is a choice. */
function UnitPicker({ view, tab, unit }: { view: AnalyticsView; tab: Tab; unit: ClickSummary['unit'] }) {
  const { from, to } = view.filters
  const units = from ? listUnits({ from, to }) : []
  if (units.length < 2) return null
  return (
    <nav aria-label="Cut the trend by" className="flex rounded-md bg-surface-2 p-0.5">
      {units.map(each => (
        <Link
          key={each}
          href={viewHref(view, { tab, unit: each })}
          prefetch={false}
          scroll={false}
          aria-current={each === unit ? 'true' : undefined}
          className={cx(
            'flex h-7 items-center rounded px-2.5 font-medium text-xs max-sm:h-9',
            each === unit ? 'bg-surface shadow-card' : 'text-muted hover:text-text',
          )}
        >
          {unitLabels[each]}
        </Link>
      ))}
    </nav>
  )
}
