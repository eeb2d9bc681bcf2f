import { z } from 'zod'
import {
  BEFORE_ALL,
  buildClickQuery,
  type ClickCursor,
  type ClickFilters,
  parseClickFilters,
} from '@/lib/clicks/filters'
import { type BucketUnit, units } from '@/lib/clicks/periods'
import { type ColumnId, type Tab, tabs } from './layout-names'

/** Everything the address says: a bookmark of it shows the same again. */
export type AnalyticsView = {
  filters: ClickFilters
  cursor: ClickCursor | null
  /** How the trend is cut; null: as the period suggests. */
  unit: BucketUnit | null
  hidden: ColumnId[]
}

type Params = Record<string, string | string[] | undefined>

const unitParam = z.enum(units).nullable().catch(null)
const columnParam = z.enum(['time', 'page', 'device', 'visitor', 'number', 'why'])

/** Reads the address; what can't be used is left out, and `problems` names what narrows the view. */
export function parseView({ params, now, timeZone }: { params: Params; now: Date; timeZone: string }) {
  const { filters, cursor, problems } = parseClickFilters({ params, now, timeZone })
  const view: AnalyticsView = {
    filters,
    cursor,
    unit: unitParam.parse(params.by ?? null),
    hidden: String(params.hide ?? '')
      .split(',')
      .flatMap(name => columnParam.safeParse(name).data ?? []),
  }
  return { view, problems }
}

type Page = { direction: ClickCursor['direction']; click: { id: string; occurredAt: Date } }

/** The table's last page. */
export const lastPage: Page = { direction: 'newer', click: BEFORE_ALL }

/** The page of the table that a view is at. */
export function drawnPage({ cursor }: AnalyticsView): Page | undefined {
  return cursor ? { direction: cursor.direction, click: cursor } : undefined
}

type ViewChange = { tab?: Tab; filters?: Partial<ClickFilters>; unit?: BucketUnit | null; page?: Page }

/** The address of the same view with a change; without `page` it is the table's first one. */
export function viewHref(view: AnalyticsView, { tab = 'overview', filters, unit, page }: ViewChange): string {
  return `${tabs[tab].path}${viewQuery({ ...view, filters: { ...view.filters, ...filters }, unit: unit === undefined ? view.unit : unit }, page)}`
}

/** The query string of a view, "?…" or empty, without its cursor. */
export function viewQuery(view: Omit<AnalyticsView, 'cursor'>, page?: Page): string {
  return withLayout(view, buildClickQuery(view.filters, page))
}

/** The address of the view without any filter; how it is laid out stays. */
export function clearedHref(view: AnalyticsView, tab: Tab): string {
  return `${tabs[tab].path}${withLayout(view, '')}`
}

function withLayout({ unit, hidden }: Pick<AnalyticsView, 'unit' | 'hidden'>, filters: string): string {
  const query = new URLSearchParams(filters)
  if (unit) query.set('by', unit)
  if (hidden.length > 0) query.set('hide', hidden.join(','))
  return query.size > 0 ? `?${query}` : ''
}

/** How many filters narrow the view beyond the search and the period. */
export function countFilters(filters: ClickFilters): number {
  const { pageType, deviceType, numberId, productId, categoryId, reason, visitors } = filters
  const set = [pageType, deviceType, numberId, productId, categoryId, reason].filter(value => value !== null)
  return set.length + (visitors === 'human' ? 0 : 1)
}
