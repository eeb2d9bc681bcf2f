import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { currentSettings } from '@/app/current-settings'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { listStoreLines } from '@/lib/catalog/storefront'
import { formatMoney, multiplyMoney, totalMoney } from '@/lib/money'
import { formatItems } from '@/lib/redirect/items'
import { readCart } from '../cart-cookie'
import { WhatsappIcon } from '../whatsapp-icon'
import { whatsappStyle } from '../whatsapp-link'

export const metadata: Metadata = { title: 'Checkout' }

/** A plain form to the public checkout. A new key per page: sent twice, it is still one order. */
export default async function CheckoutPage() {
  const [{ currency, locale }, lines] = await Promise.all([
    currentSettings(),
    readCart().then(listStoreLines),
  ])
  if (lines.length === 0) redirect('/store/cart')
  const money = (amount: string) => formatMoney(amount, currency, locale)
  const total = totalMoney(lines)
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
      <form method="post" action="/go/checkout" className="grid gap-5">
        <h1 className="font-semibold text-3xl tracking-tight">Checkout</h1>
        <input type="hidden" name="idempotency_key" value={randomUUID()} />
        <input type="hidden" name="items" value={formatItems(lines)} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Name">
            <Input name="name" autoComplete="name" maxLength={200} />
          </Field>
          <Field label="Phone">
            <Input name="phone" type="tel" autoComplete="tel" maxLength={60} />
          </Field>
        </div>
        <Field label="E-mail">
          <Input name="email" type="email" autoComplete="email" maxLength={254} />
        </Field>
        <Field label="Address">
          <Textarea name="address" autoComplete="street-address" rows={3} maxLength={1000} />
        </Field>
        <Field label="Note" note="optional">
          <Textarea name="note" rows={3} maxLength={2000} />
        </Field>
        <button type="submit" className={`${whatsappStyle} sm:justify-self-start`}>
          <WhatsappIcon className="size-5" />
          Order on WhatsApp
        </button>
        <p className="text-muted">WhatsApp opens with your order written out. You send it yourself.</p>
      </form>
      <section aria-label="Your order" data-summary className="rounded-2xl border bg-surface p-6 shadow-card">
        <ul className="grid gap-3">
          {lines.map(({ id, name, variation, quantity, price }) => (
            <li key={id} className="flex justify-between gap-4">
              <span className="min-w-0">
                {quantity} × {name}
                {variation && <span className="text-muted"> ({variation})</span>}
              </span>
              <span className="tabular shrink-0">
                {price ? money(multiplyMoney(price, quantity)) : 'On request'}
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-4 flex items-baseline justify-between border-t pt-4 text-base">
          Total
          <strong className="tabular font-semibold text-xl">{total ? money(total) : 'To confirm'}</strong>
        </p>
        <Link href="/store/cart" className="mt-4 inline-block text-accent hover:underline">
          Change the cart
        </Link>
      </section>
    </div>
  )
}
