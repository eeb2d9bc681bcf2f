import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { OrderDetail } from '@/lib/orders/orders'
import { parseNumber } from '@/lib/whatsapp/number'

const link = 'text-accent underline-offset-4 hover:underline'

/** The customer's own words, shown literally: whatever was typed is text, in its own direction, with its line breaks. */
export function CustomerCard({ order }: { order: OrderDetail }) {
  return (
    <Card title="Customer" action={order.incomplete && <Badge tone="amber">Incomplete</Badge>}>
      <dl className="space-y-3">
        <Row label="Name">{order.customerName}</Row>
        <Row label="Phone">{order.customerPhone && <Phone text={order.customerPhone} />}</Row>
        <Row label="E-mail">{order.customerEmail && <Email text={order.customerEmail} />}</Row>
        <Row label="Address">{order.address}</Row>
        {order.note && <Row label="Note">{order.note}</Row>}
      </dl>
    </Card>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-xs">{label}</dt>
      <dd dir="auto" className="mt-0.5 whitespace-pre-wrap break-words text-left">
        {children || <span className="text-muted">Not given</span>}
      </dd>
    </div>
  )
}

function Phone({ text }: { text: string }) {
  const parsed = parseNumber(text)
  // Without a country code WhatsApp would reach a stranger, or nobody.
  const international = text.trim().startsWith('+') || (parsed.ok && parsed.warning === null)
  const reachable = international && parsed.ok ? parsed.digits : null
  const dial = text.replace(/[^\d+]/g, '')
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {dial ? (
        <a href={`tel:${dial}`} className={`${link} tabular`}>
          {text}
        </a>
      ) : (
        text
      )}
      {reachable && (
        <a
          href={`https://wa.me/${reachable}`}
          target="_blank"
          rel="noopener nofollow"
          className={`${link} inline-flex items-center gap-1`}
        >
          WhatsApp <ExternalLink aria-hidden className="size-3.5" />
        </a>
      )}
    </span>
  )
}

function Email({ text }: { text: string }) {
  if (!z.email().safeParse(text).success) return text
  return (
    <a href={`mailto:${encodeURIComponent(text)}`} className={link}>
      {text}
    </a>
  )
}
