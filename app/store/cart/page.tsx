import { Minus, Plus, ShoppingBag } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { currentSettings } from '@/app/current-settings'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { listStoreLines, type StoreLine } from '@/lib/catalog/storefront'
import { formatMoney, multiplyMoney, totalMoney } from '@/lib/money'
import { formatItems } from '@/lib/redirect/items'
import { changeQuantity } from '../actions'
import { readCart } from '../cart-cookie'
import { ProductPicture } from '../product-picture'
import { WhatsappLink } from '../whatsapp-link'

export const metadata: Metadata = { title: 'Cart' }

export default async function CartPage() {
  const [{ currency, locale }, lines] = await Promise.all([
    currentSettings(),
    readCart().then(listStoreLines),
  ])
  if (lines.length === 0) {
    return (
      <EmptyState
        icon={<ShoppingBag />}
        level={1}
        title="Your cart is empty"
        body="Add a product, then order all of it in one chat."
        action={<LinkButton href="/store">See the products</LinkButton>}
      />
    )
  }
  const money = (amount: string) => formatMoney(amount, currency, locale)
  const total = totalMoney(lines)
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
      <div>
        <h1 className="mb-4 font-semibold text-3xl tracking-tight">Cart</h1>
        <ul className="divide-y">
          {lines.map(line => (
            <CartLine
              key={line.id}
              line={line}
              price={line.price && money(multiplyMoney(line.price, line.quantity))}
            />
          ))}
        </ul>
      </div>
      <section aria-label="Summary" data-summary className="rounded-2xl border bg-surface p-6 shadow-card">
        <p className="flex items-baseline justify-between text-base">
          Total
          <strong className="tabular font-semibold text-2xl tracking-tight">
            {total ? money(total) : 'To confirm'}
          </strong>
        </p>
        <p className="mt-1 mb-6 text-muted">Delivery is agreed in the chat.</p>
        <div className="flex flex-col gap-3">
          <WhatsappLink href={`/go/cart?items=${formatItems(lines)}`}>Order on WhatsApp</WhatsappLink>
          <Link
            href="/store/checkout"
            className="grid h-12 place-items-center rounded-full border border-border-strong font-semibold text-base transition-colors hover:bg-surface-2"
          >
            Check out with my details
          </Link>
        </div>
      </section>
    </div>
  )
}

function CartLine({ line, price }: { line: StoreLine; price: string | null }) {
  const { id, productId, name, variation, imageUrl, quantity } = line
  return (
    <li className="flex gap-4 py-4">
      <Link href={`/store/product/${productId}`} tabIndex={-1} aria-hidden className="shrink-0">
        <ProductPicture src={imageUrl} className="size-20 rounded-lg sm:size-24" />
      </Link>
      <div className="flex min-w-0 flex-1 flex-col justify-between gap-2">
        <div className="flex justify-between gap-4 text-base">
          <p className="min-w-0">
            <Link href={`/store/product/${productId}`} className="font-medium hover:underline">
              {name}
            </Link>
            {variation && <span className="block text-muted text-sm">{variation}</span>}
          </p>
          <span className="tabular shrink-0">{price ?? 'On request'}</span>
        </div>
        <form action={changeQuantity} className="flex items-center gap-1">
          <input type="hidden" name="id" value={id} />
          <StepButton label={`One ${name} less`} quantity={quantity - 1}>
            <Minus aria-hidden className="size-4" />
          </StepButton>
          <span className="tabular w-8 text-center font-medium">{quantity}</span>
          <StepButton label={`One ${name} more`} quantity={Math.min(99, quantity + 1)}>
            <Plus aria-hidden className="size-4" />
          </StepButton>
          <button
            type="submit"
            name="quantity"
            value={0}
            aria-label={`Remove ${name}`}
            className="ml-2 h-10 rounded-full px-3 text-muted hover:bg-surface-2 hover:text-text"
          >
            Remove
          </button>
        </form>
      </div>
    </li>
  )
}

function StepButton(props: { label: string; quantity: number; children: ReactNode }) {
  return (
    <button
      type="submit"
      name="quantity"
      value={props.quantity}
      aria-label={props.label}
      className="grid size-10 place-items-center rounded-full border border-border-strong transition-colors hover:bg-surface-2"
    >
      {props.children}
    </button>
  )
}
