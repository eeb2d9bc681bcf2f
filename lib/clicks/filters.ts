import { z } from 'zod'
import { DeviceType, KindReason, PageType, RouteReason, VisitorKind } from '../generated/prisma/enums'
import { wellFormed } from '../whatsapp/text'
import { addDays, type Day, dayAt } from './periods'

export type ClickFilters = {
  /** What was typed into the search box: at most 200 characters on one line. */
  q: string
  pageType: PageType | null
  deviceType: DeviceType | null
  numberId: number | null
  productId: number | null
  /** A category and everything below it. */
  categoryId: number | null
  reason: RouteReason | null
  /** Of the clicks by rules, those by this one. */
  ruleId: number | null
  /** `human` is what counts; `everyone` takes bots, previews, repeats and floods in. */
  visitors: Visitors
  /** Of a kind that is not counted, those for this reason. */
  kindReason: KindReason | null
  range: Range
  /** First and last day, in the store's time zone; `from` is null for all time. */
  from: Day | null
  to: Day
}

/**
 * The click a page starts after: further down the table (`older`) or further up (`newer`).
 * Newer than `BEFORE_ALL` is the table's last page, with its oldest click at the bottom.
 */
export type ClickCursor = { direction: 'older' | 'newer'; occurredAt: Date; id: string }

/** The position before every click there can be. */
export const BEFORE_ALL = { occurredAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' }

type Visitors = VisitorKind | 'everyone'
export type Range = z.infer<typeof rangeSchema>
type Params = Record<string, string | string[] | undefined>

const MAX_SEARCH = 200
const presetDays = { today: 1, '7d': 7, '30d': 30, '90d': 90, '365d': 365 }
const rangeSchema = z.enum(['today', 'yesterday', '7d', '30d', '90d', '365d', 'all', 'custom'])
const id = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number)
  .refine(Number.isSafeInteger)
const smallId = id.refine(value => value < 2 ** 31)
/** `no_rule`, or `rule:12` for one rule. */
const reasonSchema = z.union([
  z.enum(RouteReason).transform(reason => ({ reason, ruleId: null })),
  z
    .string()
    .startsWith('rule:')
    .transform(text => text.slice('rule:'.length))
    .pipe(smallId)
    .transform(ruleId => ({ reason: RouteReason.rule, ruleId })),
])
/** `everyone`, `bot`, or `bot:isbot` for one reason. */
const visitorsSchema = z.union([
  z.enum({ ...VisitorKind, everyone: 'everyone' }).transform(visitors => ({ visitors, kindReason: null })),
  z
    .string()
    .transform(text => text.split(':'))
    .pipe(z.tuple([z.enum(VisitorKind).exclude(['human']), z.enum(KindReason)]))
    .transform(([visitors, kindReason]) => ({ visitors, kindReason })),
])
const date = z.iso.date()
const day = date.refine(text => text >= '2000-01-01' && text < '2100-01-01')
/** Milliseconds and the click's id, as `buildClickQuery` writes them. */
const position = z
  .string()
  .regex(/^\d{1,13}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform(text => ({ occurredAt: new Date(Number(text.split('_')[0])), id: text.slice(-36) }))

/**
 * Reads filters and cursor from the URL. What can't be used counts as not given, and is named in `problems`
 * as a sentence for the reader. `now` decides what "today" is.
 */
export function parseClickFilters({
  params,
  now,
  timeZone,
}: {
  params: Params
  now: Date
  timeZone: string
}): {
  filters: ClickFilters
  cursor: ClickCursor | null
  problems: string[]
} {
  const problems: string[] = []
  function read<T>(name: string, schema: z.ZodType<T>, problem: string): T | null {
    const text = first(params[name])
    if (text === '') return null
    const parsed = schema.safeParse(text)
    if (parsed.success) return parsed.data
    problems.push(problem)
    return null
  }

  const typed = cleanSearch(first(params.q))
  const q = typed.slice(0, MAX_SEARCH).trim()
  if (typed.length > MAX_SEARCH) problems.push(`The search uses the first ${MAX_SEARCH} characters.`)

  const from = read('from', day, dayProblem('first', params.from))
  const to = read('to', day, dayProblem('last', params.to))
  const range = read('range', rangeSchema, 'That date range does not exist. Showing the last 30 days.')

  const filters: ClickFilters = {
    q: wellFormed(q),
    pageType: read('page', z.enum(PageType), 'That page type does not exist, so all are shown.'),
    deviceType: read('device', z.enum(DeviceType), 'That device does not exist, so all are shown.'),
    numberId: read('number', smallId, 'That number does not exist, so all are shown.'),
    productId: read('product', id, 'That product id is not a number, so all products are shown.'),
    categoryId: read('category', smallId, 'That category does not exist, so all are shown.'),
    ...(read('reason', reasonSchema, 'That reason does not exist, so all are shown.') ?? {
      reason: null,
      ruleId: null,
    }),
    ...(read('visitors', visitorsSchema, 'That kind of visitor does not exist, so people are shown.') ?? {
      visitors: 'human',
      kindReason: null,
    }),
    ...resolveRange({
      range: range ?? (from || to ? 'custom' : '30d'),
      from,
      to,
      today: dayAt(now, timeZone),
    }),
  }
  return { filters, cursor: readCursor(), problems }

  function readCursor(): ClickCursor | null {
    const direction = first(params.newer) === '' ? 'older' : 'newer'
    const start = read(direction, position, 'That page link was broken, so this is the newest page.')
    return start && { direction, ...start }
  }
}

/** The query string for a link: only what differs from the defaults, in a fixed order. */
export function buildClickQuery(
  filters: ClickFilters,
  page?: { direction: ClickCursor['direction']; click: { id: string; occurredAt: Date } },
): string {
  const query = new URLSearchParams()
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') query.set(name, String(value))
  }
  set('q', filters.q)
  set('page', filters.pageType)
  set('device', filters.deviceType)
  set('number', filters.numberId)
  set('product', filters.productId)
  set('category', filters.categoryId)
  set('reason', reasonParam(filters))
  set('visitors', visitorsParam(filters))
  set('range', filters.range === '30d' ? null : filters.range)
  if (filters.range === 'custom') {
    set('from', filters.from)
    set('to', filters.to)
  }
  if (page) set(page.direction, `${page.click.occurredAt.getTime()}_${page.click.id}`)
  const text = query.toString()
  return text && `?${text}`
}

/** What `reason` says in the address; null: nothing. */
export function reasonParam({ reason, ruleId }: Pick<ClickFilters, 'reason' | 'ruleId'>): string | null {
  return reason === 'rule' && ruleId !== null ? `rule:${ruleId}` : reason
}

/** What `visitors` says in the address; null: nothing. */
export function visitorsParam({
  visitors,
  kindReason,
}: Pick<ClickFilters, 'visitors' | 'kindReason'>): string | null {
  if (visitors === 'human') return null
  return kindReason && visitors !== 'everyone' ? `${visitors}:${kindReason}` : visitors
}

function resolveRange({
  range,
  from,
  to,
  today,
}: {
  range: Range
  from: Day | null
  to: Day | null
  today: Day
}) {
  if (range === 'all') return { range, from: null, to: today }
  if (range === 'yesterday') return { range, from: addDays(today, -1), to: addDays(today, -1) }
  if (range !== 'custom') return { range, from: addDays(today, 1 - presetDays[range]), to: today }
  const last = to ?? (from && from > today ? from : today)
  const start = from ?? addDays(last, -29)
  return start <= last ? { range, from: start, to: last } : { range, from: last, to: start }
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

function dayProblem(name: 'first' | 'last', value: Params[string]): string {
  const isDate = date.safeParse(first(value)).success
  return `The ${name} day is not ${isDate ? 'between 2000 and 2099' : 'a date'}, so it was left out.`
}

/** Control characters, NUL among them (Postgres refuses it in text), become spaces. */
function cleanSearch(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
