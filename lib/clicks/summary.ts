import { db } from '../db'
import { type DeviceType, type PageType, Prisma } from '../generated/prisma/client'
import { type BucketUnit, buildBuckets, dayAt, previousStarts } from './periods'
import { askTotals } from './remembered'
import { type ClickQuestion, type ClickScope, findClickScope, findFirstClick } from './scope'
import { findPreviousSpan, type Span } from './span'
import { listCells } from './totals'

/** Everything adds up to `total`, and is of one moment. */
export type ClickSummary = {
  total: number
  /** Of the period before, as far as this one has come; null for all time. */
  previousTotal: number | null
  unit: BucketUnit
  /** Zero-filled, oldest first; a bucket ends where the next starts. `previous` is the whole bucket at its place before. */
  trend: { start: Date; count: number; previous: number | null }[]
  /** Where the last bucket ends. */
  end: Date
  /** Every page type and device that the filters let through. */
  places: { pageType: PageType; deviceType: DeviceType; count: number; previous: number | null }[]
}

/** How many clicks match the filters: in all, over time, and from which pages and devices; against the period before. */
export async function summarizeClicks({
  filters,
  timeZone,
  now,
  unit,
}: ClickQuestion & { now: Date; unit?: BucketUnit | null }): Promise<ClickSummary> {
  const [scope, from] = await Promise.all([
    findClickScope({ filters, timeZone }),
    filters.from ?? findFirstDay(timeZone),
  ])
  const days = { from: from && from < filters.to ? from : filters.to, to: filters.to }
  const buckets = buildBuckets({ ...days, timeZone, unit })
  const cut = findPreviousSpan({ filters, timeZone, now })
  const timeline = buildTimeline(buckets.starts, cut ? previousStarts(buckets, timeZone) : [], cut)
  const end = buckets.end
  const rows = scope ? await selectBuckets(scope, { start: timeline[0]?.start ?? end, end }, timeline) : []
  return {
    unit: buckets.unit,
    end,
    ...addUp({ rows, timeline, starts: buckets.starts, filters, hasPrevious: cut !== null }),
  }
}

async function findFirstDay(timeZone: string): Promise<string | null> {
  const first = await findFirstClick()
  return first && dayAt(first, timeZone)
}

/** A stretch that counts in bucket `index` of its period; `compared`: this period has come as far. */
type Stretch = { start: Date; index: number; isPrevious: boolean; compared: boolean }

/** Both periods, one after the other, cut at every bucket and where the comparison ends. */
function buildTimeline(starts: Date[], previous: Date[], cut: Span | null): Stretch[] {
  const before = previous.flatMap((start, index): Stretch[] => {
    const compared = cut !== null && start < cut.end
    const end = previous[index + 1] ?? starts[0]
    const stretch = { start, index, isPrevious: true, compared }
    if (!compared || !end || cut.end >= end) return [stretch]
    return [stretch, { ...stretch, start: cut.end, compared: false }]
  })
  return [...before, ...starts.map((start, index) => ({ start, index, isPrevious: false, compared: true }))]
}

type BucketRow = { stretch: number; counts: number[] }

function selectBuckets(scope: ClickScope, span: Span, timeline: Stretch[]): Promise<BucketRow[]> {
  const sums = listCells(scope.filters).map(cell => Prisma.sql`sum(${cell.column})::int`)
  const starts = timeline.map(({ start }) => start)
  return askTotals({
    name: `trend ${JSON.stringify(starts)}`,
    scope,
    span,
    ask: totals => db().$queryRaw<BucketRow[]>`
      SELECT width_bucket(quarter, ${starts}::timestamptz[]) - 1 AS stretch, ARRAY[${Prisma.join(sums)}] AS counts
      FROM ${totals} GROUP BY 1`,
  })
}

function addUp({
  rows,
  timeline,
  starts,
  filters,
  hasPrevious,
}: {
  rows: BucketRow[]
  timeline: Stretch[]
  starts: Date[]
  filters: ClickQuestion['filters']
  hasPrevious: boolean
}): Pick<ClickSummary, 'total' | 'previousTotal' | 'trend' | 'places'> {
  const none: number | null = hasPrevious ? 0 : null
  const trend = starts.map(start => ({ start, count: 0, previous: none }))
  const places = listCells(filters).map(({ pageType, deviceType }) => ({
    pageType,
    deviceType,
    count: 0,
    previous: none,
  }))
  for (const { stretch, counts } of rows) {
    const { index, isPrevious, compared } = timeline[stretch] ?? {
      index: 0,
      isPrevious: false,
      compared: true,
    }
    const sum = counts.reduce((total, count) => total + count, 0)
    const bucket = trend[index]
    if (bucket && isPrevious) bucket.previous = (bucket.previous ?? 0) + sum
    else if (bucket) bucket.count += sum
    for (const [cell, count] of counts.entries()) {
      const place = places[cell]
      if (place && isPrevious && compared) place.previous = (place.previous ?? 0) + count
      else if (place && !isPrevious) place.count += count
    }
  }
  const total = places.reduce((sum, { count }) => sum + count, 0)
  return {
    total,
    previousTotal: none === null ? null : places.reduce((sum, { previous }) => sum + (previous ?? 0), 0),
    trend,
    places,
  }
}
