import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { RelativeTime } from '@/components/ui/relative-time'
import { WhatsappBubble } from '@/components/ui/whatsapp-bubble'
import { reasonSentence } from '@/lib/clicks/words'
import { findOrder, type OrderDetail } from '@/lib/orders/orders'
import { formatNumber } from '@/lib/whatsapp/number'
import { CustomerCard } from './customer-card'
import { ItemsCard } from './items-card'
import { StatusSelect } from './status-select'

/** Asked for once, by the title and by the page. */
const readOrder = cache(findOrder)

type OrderPageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  await requireUser()
  const order = await readOrder((await params).id)
  return { title: order ? `Order ${order.reference}` : 'Not found' }
}

export default async function OrderPage({ params }: OrderPageProps) {
  await requireUser()
  const { id } = await params
  const [order, { locale, timeZone }] = await Promise.all([readOrder(id), currentSettings()])
  if (!order) notFound()
  const message = messageIn(order.messageUrl)

  return (
    <>
      <PageHeader
        back={{ href: '/admin/orders', label: 'Orders' }}
        title={<span className="tabular">{order.reference}</span>}
        description={
          <>
            Placed <RelativeTime date={order.placedAt} locale={locale} timeZone={timeZone} />
          </>
        }
        action={order.numberIsDemo && <Badge tone="amber">Demo</Badge>}
      />
      {/* On a phone whom to serve, and how far it is, come before what was ordered. */}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 space-y-6 lg:col-start-2">
          <Card>
            <StatusSelect id={order.id} status={order.status} />
          </Card>
          <CustomerCard order={order} />
        </div>
        <div className="min-w-0 space-y-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <ItemsCard order={order} locale={locale} />
          {message && (
            <Card title="Message" description="What the shopper was given to send.">
              <WhatsappBubble text={message} />
            </Card>
          )}
        </div>
        <div className="min-w-0 lg:col-start-2">
          <RoutedToCard order={order} />
        </div>
      </div>
    </>
  )
}

function RoutedToCard({ order }: { order: OrderDetail }) {
  const { reason, categoryName, number } = order
  return (
    <Card title="Routed to">
      {order.numberLabel && <p className="font-medium">{order.numberLabel}</p>}
      <p className="tabular">
        {number === null ? <span className="text-red">Nobody</span> : formatNumber(number)}
      </p>
      <p className="mt-2 text-muted">
        {reasonSentence({ reason, pageType: 'checkout', categoryName, number })}
      </p>
    </Card>
  )
}

/** The text of a stored wa.me link. */
function messageIn(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).searchParams.get('text') : null
}
