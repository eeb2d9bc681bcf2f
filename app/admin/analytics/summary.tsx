import { ShareList } from '@/components/charts/share-list'
import { TrendChart } from '@/components/charts/trend-chart'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { Thumbnail } from '@/components/ui/thumbnail'
import { buildClickQuery, type ClickFilters } from '@/lib/clicks/filters'
import type { ClickSummary } from '@/lib/clicks/summary'
import { deviceLabel, kindLabel, pageTypeLabel } from '@/lib/clicks/words'
import { formatNumber } from '@/lib/whatsapp/number'
import { summaryFor } from './kept-summary'
import { bucketLabels, describePeriod } from './periods-in-words'

/** On a phone the cards stand side by side and swipe, so that the clicks below stay near. */
const summaryLayout =
  'mb-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3 max-sm:-mx-4 max-sm:flex max-sm:snap-x max-sm:snap-mandatory ' +
  'max-sm:overflow-x-auto max-sm:scroll-px-4 max-sm:px-4 max-sm:pb-1 max-sm:*:w-[90%] max-sm:*:shrink-0 max-sm:*:snap-start'

type SummaryProps = { filters: ClickFilters; timeZone: string; locale: string }

export async function Summary({
  filters,
  timeZone,
  locale,
  mayBeKept,
}: SummaryProps & { mayBeKept: boolean }) {
  const summary = await summaryFor({ filters, timeZone, mayBeKept, now: new Date() })
  if (summary.total === 0) return null
  const shares = { total: summary.total, locale }
  const narrow = (change: Partial<ClickFilters>) =>
    `/admin/analytics${buildClickQuery({ ...filters, ...change })}`
  return (
    <section aria-label="Summary" className={summaryLayout}>
      <Trend summary={summary} filters={filters} timeZone={timeZone} locale={locale} />
      <Card title="Top products">
        <ShareList
          {...shares}
          rows={summary.products.map(({ id, name, imageUrl, count }) => ({
            key: String(id),
            label: name ?? 'Unknown product',
            hint: name ? undefined : `ID ${id}`,
            icon: <Thumbnail src={imageUrl} name={name ?? '?'} size="sm" />,
            count,
            href: narrow({ productId: id }),
          }))}
        />
        {summary.products.length === 0 && <p className="text-muted">No click named a product.</p>}
      </Card>
      <Card title="Where the button was">
        <ShareList
          {...shares}
          rows={summary.pageTypes.map(({ pageType, count }) => ({
            key: pageType,
            label: pageTypeLabel(pageType),
            count,
            href: narrow({ pageType }),
          }))}
        />
      </Card>
      <Card title="Routed to">
        <ShareList {...shares} rows={numberRows(summary.numbers, narrow)} />
      </Card>
      <Card title={filters.visitors === 'human' ? 'Device' : 'Device and visitor'}>
        <ShareList
          {...shares}
          rows={summary.devices.map(({ deviceType, count }) => ({
            key: deviceType,
            label: deviceLabel(deviceType),
            count,
            href: narrow({ deviceType }),
          }))}
        />
        {filters.visitors !== 'human' && (
          <div className="mt-3 border-t pt-3">
            <ShareList
              {...shares}
              rows={summary.kinds.map(({ kind, count }) => ({
                key: kind,
                label: kindLabel(kind),
                count,
                href: narrow({ visitors: kind }),
              }))}
            />
          </div>
        )}
      </Card>
    </section>
  )
}

const SHOWN_NUMBERS = 6

/** The busiest numbers, and one row for all the others so that the card still adds up. */
function numberRows(numbers: ClickSummary['numbers'], narrow: (change: Partial<ClickFilters>) => string) {
  const others = numbers.slice(SHOWN_NUMBERS)
  const rows = numbers.slice(0, SHOWN_NUMBERS).map(({ id, digits, label, count }) => ({
    key: String(id),
    label: label || (digits ? formatNumber(digits) : 'Nobody: no number was set'),
    hint: label && digits ? formatNumber(digits) : undefined,
    count,
    href: id === null ? null : narrow({ numberId: id }),
  }))
  if (others.length === 0) return rows
  const count = others.reduce((sum, other) => sum + other.count, 0)
  const label = others.length === 1 ? '1 other number' : `${others.length} other numbers`
  return [...rows, { key: 'others', label, hint: undefined, count, href: null }]
}

function Trend({ summary, filters, timeZone, locale }: SummaryProps & { summary: ClickSummary }) {
  const now = new Date()
  const name = bucketLabels({ unit: summary.unit, locale, timeZone })
  return (
    <Card
      className="sm:col-span-2"
      title={
        <span className="font-semibold text-2xl tabular tracking-tight">
          {summary.total.toLocaleString(locale)}{' '}
          <span className="font-normal text-base text-muted">{countedNoun(filters, summary.total)}</span>
        </span>
      }
      description={`${describePeriod(filters, locale)}, by ${summary.unit}`}
    >
      <TrendChart
        title={`Clicks by ${summary.unit}`}
        formatValue={value => value.toLocaleString(locale)}
        points={summary.trend.map(({ start, count }, index) => ({
          key: start.toISOString(),
          value: start > now && count === 0 ? null : count,
          ...name(start, start <= now && (summary.trend[index + 1]?.start ?? summary.end) > now),
        }))}
      />
    </Card>
  )
}

function countedNoun({ visitors }: ClickFilters, count: number): string {
  if (visitors === 'human') return count === 1 ? 'click by a person' : 'clicks by people'
  if (visitors === 'everyone') return count === 1 ? 'visit of any kind' : 'visits of any kind'
  return `${count === 1 ? 'visit' : 'visits'} of the kind “${kindLabel(visitors)}”, not counted as clicks`
}

/** Keeps the layout while the figures are on their way. */
export function SummarySkeleton() {
  return (
    <div aria-hidden className={summaryLayout}>
      <Skeleton className="h-90 sm:col-span-2" />
      <Skeleton className="h-90" />
      <Skeleton className="h-60" />
      <Skeleton className="h-60" />
      <Skeleton className="h-60" />
    </div>
  )
}
