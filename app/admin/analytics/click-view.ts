import { timeFormats } from '@/components/ui/time-formats'
import type { ClickRow } from '@/lib/clicks/questions'
import { deviceLabel, kindLabel, kindSentence, pageTypeLabel, reasonSentence } from '@/lib/clicks/words'
import { endsWithOption } from '@/lib/whatsapp/ends-with-option'
import { formatNumber } from '@/lib/whatsapp/number'

/** A click as the table shows it: words only, so that the browser need not know phone formats. */
export type ClickView = ReturnType<typeof buildClickView>

export function buildClickView(click: ClickRow, { timeZone, locale }: { timeZone: string; locale: string }) {
  const { clock, day, exact } = timeFormats(locale, timeZone)
  return {
    id: click.id,
    occurredAt: click.occurredAt,
    clockTime: clock.format(click.occurredAt),
    day: day.format(click.occurredAt),
    exactTime: exact.format(click.occurredAt),
    product: describeProduct(click),
    pageType: click.pageType,
    pageLabel: pageTypeLabel(click.pageType),
    device: click.deviceType,
    deviceLabel: deviceLabel(click.deviceType),
    number: click.number && formatNumber(click.number),
    numberLabel: click.numberLabel,
    why: reasonSentence(click),
    category: click.categoryName,
    itemCount: click.itemCount,
    via: click.via,
    counted: click.visitorKind === 'human',
    kindLabel: kindLabel(click.visitorKind),
    kindWhy: kindSentence(click.kindReason),
  }
}

function describeProduct({ productId, productName, variation, imageUrl }: ClickRow) {
  if (productId === null) return { name: 'No product named', id: null, href: null, imageUrl, known: false }
  if (productId === 0) return { name: 'General chat', id: 0, href: null, imageUrl, known: false }
  if (productName === null)
    return { name: 'Unknown product', id: productId, href: null, imageUrl, known: false }
  const name =
    variation && !endsWithOption(productName, variation) ? `${productName}, ${variation}` : productName
  return { name, id: productId, href: `/admin/products/${productId}`, imageUrl, known: true }
}
