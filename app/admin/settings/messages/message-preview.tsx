'use client'

import { useState } from 'react'
import { cx } from '@/components/ui/cx'
import { Select } from '@/components/ui/select'
import { WhatsappBubble } from '@/components/ui/whatsapp-bubble'
import { composeLink, type Folded } from '@/lib/whatsapp/link'
import type { MessageContext } from '@/lib/whatsapp/message'

const maxBytes = 2000

const foldedWords: Record<Folded, string> = {
  none: 'Nothing had to be left out.',
  links: 'Links and SKUs are left out to keep it short.',
  prices: 'Links, SKUs and the prices of single lines are left out.',
  names: 'Links, SKUs and prices are left out, and names are shortened.',
  compact: 'Only product ids and quantities fit.',
  more: 'Too many products: the list ends with how many are missing.',
}

type MessagePreviewProps = {
  template: string
  digits: string
  context: MessageContext
  /** Offer longer orders, to see what folding does. */
  canGrow: boolean
}

/** Exactly what a shopper's link will carry: made by the same function, from the store's own products. */
export function MessagePreview({ template, digits, context, canGrow }: MessagePreviewProps) {
  const [size, setSize] = useState(3)
  const items = canGrow ? grow(context.items, size) : context.items
  const { text, url, folded } = composeLink({ digits, template, context: { ...context, items }, maxBytes })
  const share = Math.min(1, url.length / maxBytes)
  return (
    <div className="min-w-0">
      <div className="max-h-96 overflow-y-auto rounded-lg">
        <WhatsappBubble text={text} />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-56">
          <span className="tabular font-medium">{url.length.toLocaleString('en')}</span>
          <span className="text-muted">
            {' '}
            of {maxBytes.toLocaleString('en')} bytes. {foldedWords[folded]}
          </span>
        </p>
        {canGrow && items.length > 0 && (
          <Select
            aria-label="Preview with"
            className="w-40"
            value={size}
            onChange={event => setSize(Number(event.target.value))}
            options={[1, 3, 20, 60, 300].map(count => ({
              value: String(count),
              label: count === 1 ? '1 product' : `${count} products`,
            }))}
          />
        )}
      </div>
      <div aria-hidden className="mt-2 h-1 overflow-hidden rounded-full bg-surface-2">
        <div
          className={cx('h-full rounded-full', url.length > maxBytes ? 'bg-amber' : 'bg-accent')}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  )
}

/** The sample's items, over and over, until there are as many. */
function grow(items: MessageContext['items'], count: number): MessageContext['items'] {
  if (items.length === 0) return items
  return Array.from({ length: count }, (_, index) => items[index % items.length] ?? []).flat()
}
