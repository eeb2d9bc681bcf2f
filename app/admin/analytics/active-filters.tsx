import { X } from 'lucide-react'
import Link from 'next/link'
import type { ClickFilters } from '@/lib/clicks/filters'
import { deviceLabel, kindLabel, kindSentence, pageTypeLabel, reasonLabel } from '@/lib/clicks/words'
import { categoryName, type FilterChoices, numberName, ruleName } from './filter-choices'
import type { Tab } from './layout-names'
import { describePeriod, rangeLabels } from './periods-in-words'
import { type AnalyticsView, clearedHref, viewHref } from './view'

type ActiveFiltersProps = { view: AnalyticsView; tab: Tab; choices: FilterChoices; locale: string }

/** One chip per filter that narrows the view; its link is the view without it. */
export function ActiveFilters(props: ActiveFiltersProps) {
  const chips = listChips(props)
  if (chips.length === 0) return null
  return (
    <ul aria-label="Active filters" className="mb-4 flex flex-wrap items-center gap-2">
      {chips.map(({ label, href }) => (
        <li key={label} className="max-w-full">
          <Link
            href={href}
            scroll={false}
            prefetch={false}
            title={label}
            aria-label={`Remove the filter ${label}`}
            className="flex h-7 items-center gap-1.5 rounded-full bg-accent-soft pr-2 pl-3 font-medium text-accent text-xs transition-colors hover:bg-surface-2 max-sm:h-10"
          >
            <span dir="auto" className="max-w-60 truncate">
              {label}
            </span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={clearedHref(props.view, props.tab)}
          scroll={false}
          prefetch={false}
          className="rounded px-1.5 py-1 text-muted text-xs underline-offset-4 hover:underline max-sm:py-3"
        >
          Clear all
        </Link>
      </li>
    </ul>
  )
}

type Chip = { label: string; href: string }

function listChips({ view, tab, choices, locale }: ActiveFiltersProps): Chip[] {
  const { filters } = view
  const { q, pageType, deviceType, numberId, productId, categoryId, reason, ruleId, visitors, range } =
    filters
  const number = choices.numbers.find(each => each.id === numberId)
  const chip = (label: string | null | false, without: Partial<ClickFilters>): Chip[] =>
    label ? [{ label, href: viewHref(view, { tab, filters: without }) }] : []
  return [
    ...chip(q && `“${q}”`, { q: '' }),
    ...chip(range !== '30d' && (range === 'custom' ? describePeriod(filters, locale) : rangeLabels[range]), {
      range: '30d',
    }),
    ...chip(productId !== null && (choices.productName ?? `Product ${productId}`), { productId: null }),
    ...chip(categoryId !== null && categoryName(choices), { categoryId: null }),
    ...chip(pageType && pageTypeLabel(pageType), { pageType: null }),
    ...chip(deviceType && deviceLabel(deviceType), { deviceType: null }),
    ...chip(numberId !== null && (number ? numberName(number) : 'Unknown number'), { numberId: null }),
    ...chip(ruleId === null ? reason && reasonLabel(reason) : ruleName(choices), {
      reason: null,
      ruleId: null,
    }),
    ...chip(visitors !== 'human' && visitorsName(filters), { visitors: 'human', kindReason: null }),
  ]
}

function visitorsName({ visitors, kindReason }: ClickFilters): string {
  if (visitors === 'everyone') return 'Visitors of any kind'
  return kindReason ? `${kindLabel(visitors)}: ${kindSentence(kindReason)}` : kindLabel(visitors)
}
