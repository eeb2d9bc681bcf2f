import { ArrowDownRight, ArrowUpRight, type LucideIcon, Minus } from 'lucide-react'
import { currentSettings } from '@/app/current-settings'
import { IntentLink } from '@/components/ui/intent-link'
import { Skeleton } from '@/components/ui/skeleton'
import { buildChange, type Change, countPeriods, type PeriodCount } from '@/lib/clicks/overview'

const words = {
  today: { title: 'Clicks today', before: 'yesterday by this time', range: 'today' },
  week: { title: 'Last 7 days', before: 'by this time 7 days ago', range: '7d' },
  month: { title: 'Last 30 days', before: 'by this time 30 days ago', range: '30d' },
}

const grid =
  'grid overflow-hidden rounded-lg border bg-surface shadow-card max-sm:divide-y sm:grid-cols-3 sm:divide-x'

/** On a phone the number stands beside its words, so that what needs doing is in sight below. */
const tile = 'block px-5 py-4 max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-4 max-sm:px-4 max-sm:py-3'
const number = 'mt-1 max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1 max-sm:mt-0 max-sm:self-center'

/** Clicks by people in three spans of time, each against the one before it. */
export async function Figures() {
  const { timeZone, locale } = await currentSettings()
  const counts = await countPeriods({ now: new Date(), timeZone })
  return (
    <section aria-label="Clicks" className={grid}>
      {counts.map(period => (
        <Figure key={period.name} period={period} locale={locale} />
      ))}
    </section>
  )
}

export function FiguresSkeleton() {
  return (
    <div className={grid}>
      {Object.keys(words).map(name => (
        <div key={name} className={tile}>
          <Skeleton className="h-5 w-24" />
          <Skeleton className={`${number} h-9 w-20`} />
          <Skeleton className="mt-2 h-5 w-44" />
        </div>
      ))}
    </div>
  )
}

function Figure({ period, locale }: { period: PeriodCount; locale: string }) {
  const { title, before, range } = words[period.name]
  const format = new Intl.NumberFormat(locale)
  const change = buildChange(period)
  return (
    <IntentLink
      href={`/admin/analytics?range=${range}`}
      className={`${tile} transition-colors hover:bg-surface-2/50 focus-visible:-outline-offset-2`}
    >
      <h2 className="text-muted">{title}</h2>
      <p className={`${number} font-semibold text-3xl tabular tracking-tight`}>
        {format.format(period.count)}
      </p>
      <p className="mt-1.5 flex max-sm:mt-0.5 flex-wrap items-center gap-x-1.5 text-muted">
        {period.count + period.previous > 0 && <ChangeMark change={change} />}
        <span>
          {comparison(change, period.previous === 0 ? 'none' : format.format(period.previous), before)}
        </span>
      </p>
    </IntentLink>
  )
}

const marks: Record<Change['direction'], { icon: LucideIcon; ink: string }> = {
  up: { icon: ArrowUpRight, ink: 'text-green' },
  new: { icon: ArrowUpRight, ink: 'text-green' },
  down: { icon: ArrowDownRight, ink: 'text-amber' },
  about: { icon: Minus, ink: 'text-muted' },
  same: { icon: Minus, ink: 'text-muted' },
}

function ChangeMark({ change }: { change: Change }) {
  const { icon: Icon, ink } = marks[change.direction]
  return (
    <span className={`inline-flex items-center gap-0.5 font-medium tabular ${ink}`}>
      <Icon aria-hidden className="size-4" />
      {changeText(change)}
    </span>
  )
}

function comparison(change: Change, previous: string, before: string): string {
  if (change.direction !== 'same' && change.direction !== 'about') return `from ${previous} ${before}`
  return previous === 'none' ? `None ${before}` : `as the ${previous} ${before}`
}

function changeText(change: Change): string {
  if (change.direction === 'same') return 'Same'
  if (change.direction === 'about') return 'About the same'
  if (change.direction === 'new') return 'Up'
  return `${change.direction === 'up' ? '+' : '−'}${change.percent}%`
}
