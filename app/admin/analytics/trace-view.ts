import { nameOf, type ToldTrace, tellTrace } from '@/lib/clicks/tell-trace'
import type { ClickTrace } from '@/lib/clicks/trace'
import { deviceLabel, kindLabel, pageTypeLabel, reasonLabel } from '@/lib/clicks/words'

/** One click as the sheet tells it: words only, written with the shop's clock and language. */
export type TraceView = {
  name: string
  imageUrl: string | null
  /** The product in the catalogue. */
  href: string | null
  time: string
  told: ToldTrace
  facts: [term: string, fact: string][]
  /** What to do about it, or where to look further. */
  next: { label: string; href: string }[]
}

export function buildTraceView(
  trace: ClickTrace,
  { timeZone, locale }: { timeZone: string; locale: string },
): TraceView {
  const { product, productId } = trace
  const name = product ? nameOf(trace) : productId ? `Product ${productId}` : pageTypeLabel(trace.pageType)
  return {
    name,
    imageUrl: product?.imageUrl ?? null,
    href: product ? `/admin/products/${productId}` : null,
    time: trace.occurredAt.toLocaleString(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' }),
    told: tellTrace(trace),
    facts: listFacts(trace),
    next: listNext(trace),
  }
}

function listFacts(trace: ClickTrace): TraceView['facts'] {
  const { productId, product, itemCount, visitorKind } = trace
  const facts: [string, string | null][] = [
    ['Product id', productId ? String(productId) : null],
    ['SKU', product?.sku ?? null],
    ['Page', pageTypeLabel(trace.pageType)],
    ['Device', deviceLabel(trace.deviceType)],
    ['Items', itemCount > 1 ? String(itemCount) : null],
    ['Visitor', kindLabel(visitorKind)],
    ['Reason', reasonLabel(trace.reason)],
    ['Category', trace.categoryPath?.join(' › ') ?? null],
    ['Click', trace.id],
  ]
  return facts.flatMap(([term, fact]) => (fact === null ? [] : [[term, fact]]))
}

function listNext({ reason, rule, product, productId }: ClickTrace): TraceView['next'] {
  const [category] = product?.categories ?? []
  const next: TraceView['next'] = []
  if (reason === 'rule' && rule && !rule.archivedAt)
    next.push({ label: 'Open the rule', href: `/admin/routing/${rule.id}` })
  if (reason === 'no_rule' && category)
    next.push({
      label: `Add a rule for ${category.path.at(-1) ?? 'its category'}`,
      href: `/admin/routing/new?category=${category.id}`,
    })
  if (reason === 'no_category' && product)
    next.push({ label: 'Give it a category', href: `/admin/products/${productId}` })
  if (reason === 'unknown_product')
    next.push({ label: 'Import your products', href: '/admin/products/import' })
  if (productId) next.push({ label: 'All its clicks', href: `/admin/analytics?product=${productId}` })
  return next
}
