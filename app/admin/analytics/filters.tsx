import { X } from 'lucide-react'
import Link from 'next/link'
import { buildClickQuery, type ClickFilters } from '@/lib/clicks/filters'
import type { ClickNumber } from '@/lib/clicks/questions'
import { deviceLabel, kindLabel, pageTypeLabel } from '@/lib/clicks/words'
import { formatNumber } from '@/lib/whatsapp/number'
import { FilterForm } from './filter-form'
import { describePeriod, rangeLabels } from './periods-in-words'

type FiltersProps = {
  filters: ClickFilters
  numbers: ClickNumber[]
  productName: string | null
  locale: string
}

const toOptions = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

export function Filters({ filters, numbers, productName, locale }: FiltersProps) {
  return (
    <>
      <FilterForm values={fieldValues(filters)} options={fieldOptions(numbers)} />
      <ActiveFilters chips={listChips({ filters, numbers, productName, locale })} />
    </>
  )
}

function fieldValues(filters: ClickFilters) {
  return {
    q: filters.q,
    range: filters.range,
    from: filters.from ?? '',
    to: filters.to,
    page: filters.pageType ?? '',
    device: filters.deviceType ?? '',
    number: filters.numberId === null ? '' : String(filters.numberId),
    product: filters.productId === null ? '' : String(filters.productId),
    visitors: filters.visitors === 'human' ? '' : filters.visitors,
  }
}

function fieldOptions(numbers: ClickNumber[]) {
  const pages = ['product', 'cart', 'checkout', 'floating'] as const
  const devices = ['mobile', 'desktop'] as const
  return {
    range: toOptions(rangeLabels),
    page: [
      { value: '', label: 'All pages' },
      ...pages.map(value => ({ value, label: pageTypeLabel(value) })),
    ],
    device: [
      { value: '', label: 'All devices' },
      ...devices.map(value => ({ value, label: deviceLabel(value) })),
    ],
    number: [
      { value: '', label: 'All numbers' },
      ...numbers.map(number => ({ value: String(number.id), label: numberName(number) })),
    ],
  }
}

type Chip = { key: string; label: string; href: string }

/** One chip per filter that narrows the view; its link is the view without it. */
function listChips({ filters, numbers, productName, locale }: FiltersProps): Chip[] {
  const { q, pageType, deviceType, numberId, productId, visitors, range } = filters
  const number = numbers.find(each => each.id === numberId)
  const chip = (label: string | null | false, without: Partial<ClickFilters>): Chip[] =>
    label
      ? [{ key: label, label, href: `/admin/analytics${buildClickQuery({ ...filters, ...without })}` }]
      : []
  return [
    ...chip(q && `“${q}”`, { q: '' }),
    ...chip(range !== '30d' && (range === 'custom' ? describePeriod(filters, locale) : rangeLabels[range]), {
      range: '30d',
    }),
    ...chip(pageType && pageTypeLabel(pageType), { pageType: null }),
    ...chip(deviceType && deviceLabel(deviceType), { deviceType: null }),
    ...chip(numberId !== null && (number ? numberName(number) : 'Unknown number'), { numberId: null }),
    ...chip(productId !== null && (productName ?? `Product ${productId}`), { productId: null }),
    ...chip(
      visitors !== 'human' && (visitors === 'everyone' ? 'Visitors of any kind' : kindLabel(visitors)),
      {
        visitors: 'human',
      },
    ),
  ]
}

function numberName({ label, digits, archivedAt }: ClickNumber): string {
  const name = label || formatNumber(digits)
  return archivedAt ? `${name} (archived)` : name
}

function ActiveFilters({ chips }: { chips: Chip[] }) {
  if (chips.length === 0) return null
  return (
    <ul aria-label="Active filters" className="mb-4 flex flex-wrap items-center gap-2">
      {chips.map(({ key, label, href }) => (
        <li key={key} className="max-w-full">
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
          href="/admin/analytics"
          scroll={false}
          className="rounded px-1.5 py-1 text-muted text-xs underline-offset-4 hover:underline"
        >
          Clear all
        </Link>
      </li>
    </ul>
  )
}
