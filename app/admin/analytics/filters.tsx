import type { Option } from '@/components/ui/combobox-filter'
import { type ClickFilters, reasonParam, visitorsParam } from '@/lib/clicks/filters'
import { deviceLabel, kindLabel, kindSentence, pageTypeLabel, reasonLabel } from '@/lib/clicks/words'
import { DeviceType, PageType, RouteReason, VisitorKind } from '@/lib/generated/prisma/enums'
import { ActiveFilters } from './active-filters'
import type { FilterChoices } from './filter-choices'
import { categoryName, numberName, ruleName } from './filter-choices'
import { FilterForm } from './filter-form'
import { KeepPlace } from './keep-place'
import type { Tab } from './layout-names'
import { rangeLabels } from './periods-in-words'
import { type AnalyticsView, countFilters } from './view'

type FiltersProps = { view: AnalyticsView; tab: Tab; choices: FilterChoices; locale: string }

/** The fields, and a chip for each one that narrows the view. */
export function Filters({ view, tab, choices, locale }: FiltersProps) {
  const { filters, unit, hidden } = view
  const product =
    filters.productId === null
      ? null
      : { value: String(filters.productId), label: choices.productName ?? `Product ${filters.productId}` }
  const category =
    filters.categoryId === null ? null : { value: String(filters.categoryId), label: categoryName(choices) }
  return (
    <KeepPlace>
      <FilterForm
        values={fieldValues(view)}
        options={fieldOptions(choices, filters)}
        product={product}
        category={category}
        kept={{ ...(unit && { by: unit }), ...(hidden.length > 0 && { hide: hidden.join(',') }) }}
        count={countFilters(filters)}
      />
      <ActiveFilters view={view} tab={tab} choices={choices} locale={locale} />
    </KeepPlace>
  )
}

function fieldValues({ filters }: AnalyticsView) {
  const idText = (id: number | null) => (id === null ? '' : String(id))
  return {
    q: filters.q,
    range: filters.range,
    from: filters.from ?? '',
    to: filters.to,
    page: filters.pageType ?? '',
    device: filters.deviceType ?? '',
    number: idText(filters.numberId),
    category: idText(filters.categoryId),
    reason: reasonParam(filters) ?? '',
    visitors: visitorsParam(filters) ?? '',
  }
}

function fieldOptions(choices: FilterChoices, filters: ClickFilters) {
  const { numbers } = choices
  const { numberId, ruleId } = filters
  const isUnknown = numberId !== null && !numbers.some(({ id }) => id === numberId)
  return {
    range: Object.entries(rangeLabels).map(([value, label]) => ({ value, label })),
    page: listOf('All pages', Object.values(PageType), pageTypeLabel),
    device: listOf('All devices', Object.values(DeviceType), deviceLabel),
    number: [
      { value: '', label: 'All numbers' },
      ...numbers.map(number => ({ value: String(number.id), label: numberName(number) })),
      // The field must be able to say what the address says, or it would seem to have been changed.
      ...(isUnknown ? [{ value: String(numberId), label: 'Unknown number' }] : []),
    ],
    reason: [
      ...listOf('Any reason', Object.values(RouteReason), reasonLabel),
      ...(ruleId === null ? [] : [{ value: reasonParam(filters) ?? '', label: ruleName(choices) }]),
    ],
    visitors: [
      { value: '', label: 'People only' },
      { value: 'everyone', label: 'Everyone: people, bots, previews, repeats, floods' },
      ...Object.values(VisitorKind)
        .filter(kind => kind !== 'human')
        .map(value => ({ value, label: `Only the kind “${kindLabel(value)}”` })),
      ...(filters.kindReason
        ? [{ value: visitorsParam(filters) ?? '', label: kindSentence(filters.kindReason) ?? '' }]
        : []),
    ],
  }
}

function listOf<T extends string>(all: string, values: T[], label: (value: T) => string): Option[] {
  return [{ value: '', label: all }, ...values.map(value => ({ value, label: label(value) }))]
}
