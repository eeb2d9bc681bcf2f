'use client'

import { Minus, Plus } from 'lucide-react'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { addToCart } from '../../actions'
import { ProductPicture } from '../../product-picture'
import { WhatsappLink } from '../../whatsapp-link'

type Choice = { variationId: number | null; quantity: number }

type Props = {
  /** Prices are formatted. */
  product: { id: number; name: string; price: string; imageUrl: string | null }
  variations: { id: number; label: string; price: string; imageUrl: string | null }[]
  initial: Choice
}

/** Every choice is a link to this page with that choice made, so all of it works without a script, at once with one. */
export function ProductChoice({ product, variations, initial }: Props) {
  const [choice, setChoice] = useState(initial)
  const { variationId, quantity } = choice
  const variation = variations.find(each => each.id === variationId)
  const choose = (change: Partial<Choice>) => {
    const next = { ...choice, ...change }
    return { href: pageHref(product.id, next), onChoose: () => setChoice(next) }
  }
  return (
    <div className="grid gap-6 md:grid-cols-2 md:gap-12">
      <ProductPicture
        src={variation?.imageUrl ?? product.imageUrl}
        className="rounded-2xl max-md:aspect-[5/4]"
      />
      <div className="md:py-4">
        <h1 className="text-balance font-semibold text-3xl tracking-tight">{product.name}</h1>
        <p className="tabular mt-2 text-muted text-xl">{variation?.price ?? product.price}</p>
        {variations.length > 0 && (
          <fieldset className="mt-6">
            <legend className="mb-2 font-medium">Option</legend>
            <div className="flex flex-wrap gap-2">
              {variations.map(each => (
                <ChoiceLink
                  key={each.id}
                  {...choose({ variationId: each.id })}
                  current={each.id === variationId}
                  className={cx(
                    'h-11 rounded-full border px-4 font-medium',
                    each.id === variationId
                      ? 'border-transparent bg-text text-background'
                      : 'border-border-strong hover:bg-surface-2',
                  )}
                >
                  {each.label}
                </ChoiceLink>
              ))}
            </div>
          </fieldset>
        )}
        <fieldset className="mt-6">
          <legend className="mb-2 font-medium">Quantity</legend>
          <div className="inline-flex items-center rounded-full border border-border-strong">
            <ChoiceLink
              {...choose({ quantity: Math.max(1, quantity - 1) })}
              label="One less"
              className="size-11 rounded-full hover:bg-surface-2"
            >
              <Minus aria-hidden className="size-4" />
            </ChoiceLink>
            <output className="tabular w-9 text-center font-medium text-base">{quantity}</output>
            <ChoiceLink
              {...choose({ quantity: Math.min(99, quantity + 1) })}
              label="One more"
              className="size-11 rounded-full hover:bg-surface-2"
            >
              <Plus aria-hidden className="size-4" />
            </ChoiceLink>
          </div>
        </fieldset>
        {/* On a phone, room for the floating button beside these. */}
        <div className="mt-7 flex flex-col gap-3 max-sm:mr-18 sm:max-w-xs">
          <WhatsappLink href={orderHref(product.id, choice)}>Order on WhatsApp</WhatsappLink>
          <form action={addToCart}>
            <input type="hidden" name="id" value={variationId ?? product.id} />
            <input type="hidden" name="quantity" value={quantity} />
            <button
              type="submit"
              className="h-12 w-full rounded-full border border-border-strong bg-surface px-6 font-semibold text-base transition-colors hover:bg-surface-2"
            >
              Add to cart
            </button>
          </form>
        </div>
      </div>
    </div>
  )
}

type ChoiceLinkProps = {
  href: string
  onChoose: () => void
  label?: string
  current?: boolean
  className: string
  children: ReactNode
}

function ChoiceLink({ href, onChoose, label, current, className, children }: ChoiceLinkProps) {
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onChoose()
    // The address keeps the choice, for a reload and for sharing.
    window.history.replaceState(null, '', href)
  }
  return (
    <a
      href={href}
      onClick={choose}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      className={cx('grid place-items-center transition-colors', className)}
    >
      {children}
    </a>
  )
}

function pageHref(productId: number, { variationId, quantity }: Choice): string {
  const variation = variationId === null ? '' : `&variation=${variationId}`
  return `/store/product/${productId}?quantity=${quantity}${variation}`
}

/** The public link, with only what differs from the plain button in it. */
function orderHref(productId: number, { variationId, quantity }: Choice): string {
  const params = new URLSearchParams()
  if (quantity > 1) params.set('qty', String(quantity))
  if (variationId !== null) params.set('variation', String(variationId))
  return `/go/product/${productId}${params.size > 0 ? `?${params}` : ''}`
}
