import type { VisitorKind } from '../generated/prisma/enums'
import type { HeatMap } from './heat-map'
import type { NumberShare } from './number-shares'
import { buildChange } from './overview'
import type { RoutingHealth } from './routing-health'
import type { ClickSummary } from './summary'
import type { ProductRank, ProductRanking } from './top-products'
import type { Uncounted } from './uncounted'
import { causeClause, kindPlural, type ProductReason, pagePlural } from './words'

/** What the figures say, each in one sentence for the merchant. `locale` writes the numbers. */

/** "12%"; never 0% for something, never 100% for less than all. */
export function shareInWords(share: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  if (share > 0 && share < 0.005) return `<${format.format(0.01)}`
  if (share >= 0.995 && share < 1) return `>${format.format(0.99)}`
  return format.format(share)
}

/** "+12 %", "−3 %"; null where there is nothing to compare with, or no change to speak of. */
export function changeInWords(count: number, previous: number | null, locale: string): string | null {
  if (previous === null) return null
  const change = buildChange({ count, previous })
  if (change.direction !== 'up' && change.direction !== 'down') return null
  return `${change.direction === 'up' ? '+' : '−'}${percent(change.percent / 100, locale)}`
}

/** "+12 · 40%", in clicks and per cent, "+12 · new" where there were none; null where there is nothing to compare with, or no change. */
export function differenceInWords(count: number, previous: number | null, locale: string): string | null {
  if (previous === null || count === previous) return null
  const change = buildChange({ count, previous })
  const difference = `${count > previous ? '+' : '−'}${number(Math.abs(count - previous), locale)}`
  if (change.direction === 'new') return `${difference} · new`
  return 'percent' in change ? `${difference} · ${percent(change.percent / 100, locale)}` : difference
}

/** "9 % more than in the 30 days before" */
export function findingTrend(
  { total, previousTotal }: Pick<ClickSummary, 'total' | 'previousTotal'>,
  before: string | null,
  locale: string,
): string {
  if (previousTotal === null || before === null) return 'Since the first click.'
  const change = buildChange({ count: total, previous: previousTotal })
  switch (change.direction) {
    case 'same':
      return total === 0 ? `None ${before} either.` : `As many as ${before}.`
    case 'about':
      return `About as many as ${before} (${number(previousTotal, locale)}).`
    case 'new':
      return `There were none ${before}.`
    default: {
      const word = change.direction === 'up' ? 'more' : 'fewer'
      return `${percent(change.percent / 100, locale)} ${word} than ${before} (${number(previousTotal, locale)}).`
    }
  }
}

/** `weekdays` from Monday on; `hours` as the reader writes them, 0 to 23. */
export function findingTimes(
  { counts, total, most }: HeatMap,
  { weekdays, hours }: { weekdays: string[]; hours: string[] },
  locale: string,
): string {
  if (total === 0) return 'No clicks in this period.'
  const sums = counts.map(day => day.reduce((sum, count) => sum + count, 0))
  const day = sums.indexOf(Math.max(...sums))
  const busiest = counts.findIndex(each => each.includes(most))
  const hour = counts[busiest]?.indexOf(most) ?? 0
  const share = percent((sums[day] ?? 0) / total, locale)
  return `${weekdays[day]} is the busiest day with ${share} of the clicks; the busiest hour is ${weekdays[busiest]} from ${hours[hour]}.`
}

export function findingPlaces(
  { places, total }: Pick<ClickSummary, 'places' | 'total'>,
  locale: string,
): string {
  if (total === 0) return 'No clicks in this period.'
  const sumOf = (matches: (place: ClickSummary['places'][number]) => boolean) =>
    places.filter(matches).reduce((sum, { count }) => sum + count, 0)
  const pages = [...new Set(places.map(({ pageType }) => pageType))]
    .map(pageType => ({ pageType, count: sumOf(place => place.pageType === pageType) }))
    .sort((a, b) => b.count - a.count)
  const [top] = pages
  if (!top) return 'No clicks in this period.'
  const mobile = sumOf(place => place.deviceType === 'mobile')
  const phones =
    mobile * 2 >= total
      ? `${percent(mobile / total, locale)} on a phone`
      : `${percent(1 - mobile / total, locale)} on a computer`
  return `${startingPercent(top.count / total, locale)} of the clicks come from ${pagePlural(top.pageType)}; ${phones}.`
}

/** "Hoodie leads with 1,204 clicks, up 34 %; Mug falls most." */
export function findingProducts({ top, rising, falling }: ProductRanking, locale: string): string {
  const [first] = top
  if (!first) return 'No click named a product in this period.'
  const change = changeInWords(first.count, first.previous, locale)
  const lead = `${first.name ?? `Product ${first.id}`} leads with ${clicks(first.count, locale)}${change ? ` (${change})` : ''}`
  const tell = (product: ProductRank | undefined, verb: string) =>
    product && product.id !== first.id && isNews(product)
      ? [`${product.name ?? `product ${product.id}`} ${verb} most`]
      : []
  const others = [...tell(rising[0], 'rises'), ...tell(falling[0], 'falls')]
  return others.length > 0 ? `${lead}; ${others.join(', ')}.` : `${lead}.`
}

const LEAST_MOVE = 5

/** A change of at least five clicks that is also beyond what chance does to such counts, twice their standard deviation. */
function isNews({ count, previous }: ProductRank): boolean {
  const change = Math.abs(count - (previous ?? 0))
  return change >= LEAST_MOVE && change ** 2 >= 4 * (count + (previous ?? 0))
}

/**
 * "Ana gets 52% of the clicks, 4 numbers share them; 3 reached nobody, as no default number was set." Those come first where
 * no number got as many. `nameOf` writes a number as the merchant knows it.
 */
export function findingNumbers(
  numbers: NumberShare[],
  nameOf: (number: NumberShare) => string,
  locale: string,
): string {
  const total = numbers.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return 'Nobody got an order in this period.'
  const lost = numbers.find(({ id }) => id === null)?.count ?? 0
  const [most, ...others] = numbers.filter(({ id, count }) => id !== null && count > 0)
  const nobody = 'reached nobody, as no default number was set'
  if (!most) return `All clicks ${nobody}.`
  if (lost > most.count) {
    const share = percent(most.count / (total - lost), locale)
    return `${startingPercent(lost / total, locale)} of the clicks ${nobody}; ${nameOf(most)} gets ${share} of the others.`
  }
  if (lost === 0 && others.length === 0) return `${nameOf(most)} gets every click.`
  const shared = others.length > 0 ? `, ${others.length + 1} numbers share them` : ''
  const failure = lost > 0 ? `; ${number(lost, locale)} ${nobody}` : ''
  return `${nameOf(most)} gets ${percent(most.count / total, locale)} of the clicks${shared}${failure}.`
}

/**
 * "18% of the clicks on products went to the default number: Mugs has no rule." Names the reason behind most of them; the
 * floating button has no other way.
 */
export function findingRouting(health: RoutingHealth, locale: string): string {
  const { total, reasons, missingRules, missingRulesTotal } = health
  if (total === 0) return 'No clicks in this period.'
  const floating = reasons.find(({ reason }) => reason === 'floating')?.count ?? 0
  const astray = reasons.reduce((sum, { count }) => sum + count, 0) - floating
  if (total === floating) return 'Only the floating button was used, which goes to the default number.'
  const cause = findMainCause(health)
  if (!cause) return 'Every click on a product went by a rule.'
  const share = `${startingPercent(astray / (total - floating), locale)} of the clicks on products went to the default number`
  const [first] = missingRules
  if (cause.reason !== 'no_rule' || !first) {
    const because = cause.count === astray ? 'because' : 'most often because'
    return `${share}, ${because} ${causeClause(cause.reason)} (${clicks(cause.count, locale)}).`
  }
  const name = first.categoryPath.at(-1) ?? 'A category'
  return missingRulesTotal === 1
    ? `${share}: ${name} has no rule.`
    : `${share}: ${number(missingRulesTotal, locale)} categories have no rule, ${name} above all.`
}

type Cause = { reason: ProductReason; count: number }

/** Why most clicks on products went to the default number, want of a rule first among equals; null where none did. */
export function findMainCause({ reasons }: Pick<RoutingHealth, 'reasons'>): Cause | null {
  const causes = reasons.flatMap(({ reason, count }) =>
    reason === 'floating' || count === 0 ? [] : [{ reason, count }],
  )
  const most = Math.max(...causes.map(({ count }) => count))
  const main = causes.filter(({ count }) => count === most)
  return main.find(({ reason }) => reason === 'no_rule') ?? main[0] ?? null
}

export function findingUncounted({ all, uncounted }: Uncounted, locale: string): string {
  if (all === 0) return 'Nobody came in this period.'
  const missing = uncounted.reduce((sum, { count }) => sum + count, 0)
  if (missing === 0) return 'Every visit was a click by a person, so all of them count.'
  const kinds = new Map<Exclude<VisitorKind, 'human'>, number>()
  for (const { kind, count } of uncounted) kinds.set(kind, (kinds.get(kind) ?? 0) + count)
  const [top] = [...kinds].sort(([, a], [, b]) => b - a)
  const share = `${startingPercent(missing / all, locale)} of all visits were not counted`
  if (!top) return `${share}.`
  const [kind, count] = top
  const them = `of them ${kindPlural(kind)}`
  if (count === missing) return `${share}, all ${them}.`
  if (count * 2 > missing) return `${share}, most ${them}.`
  return `${share}, many ${them} (${number(count, locale)} of ${number(missing, locale)}).`
}

function clicks(count: number, locale: string): string {
  return `${number(count, locale)} ${count === 1 ? 'click' : 'clicks'}`
}

function number(value: number, locale: string): string {
  return value.toLocaleString(locale)
}

/** A share inside a sentence. */
function percent(share: number, locale: string): string {
  return shareInWords(share, locale).replace('<', 'under ').replace('>', 'over ')
}

/** A share that a sentence starts with. */
function startingPercent(share: number, locale: string): string {
  const words = percent(share, locale)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
