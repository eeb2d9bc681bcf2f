import { PackageOpen, SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pagination'
import { countOrdersByStatus, listOrders, orderQuery } from '@/lib/orders/orders'
import { ordersHref } from './order-links'
import { OrdersFilter } from './orders-filter'
import { OrdersTable } from './orders-table'

export const metadata: Metadata = { title: 'Orders' }

type OrdersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  await requireUser()
  const query = orderQuery.parse(await searchParams)
  const [{ orders, newer, older }, counts, { locale, timeZone, demoStoreEnabled }] = await Promise.all([
    listOrders({ query, limit: 25 }),
    countOrdersByStatus(),
    currentSettings(),
  ])
  const any = Object.values(counts).some(count => count > 0)

  return (
    <>
      <PageHeader title="Orders" description={any ? describeWork(counts.new, locale) : undefined} />
      {any && <OrdersFilter query={query} counts={counts} locale={locale} />}
      <Card flush>
        {orders.length > 0 ? (
          <>
            <OrdersTable orders={orders} locale={locale} timeZone={timeZone} />
            {(newer || older) && (
              <Pager
                prevHref={newer && ordersHref(query, { before: newer })}
                nextHref={older && ordersHref(query, { after: older })}
                prevLabel="Newer"
                nextLabel="Older"
              />
            )}
          </>
        ) : any ? (
          <EmptyState
            icon={<SearchX />}
            title="No orders match"
            body="Try a part of the name, the phone number without spaces, or another status."
            action={<LinkButton href="/admin/orders">Show all orders</LinkButton>}
          />
        ) : (
          <NoOrdersYet demoStore={demoStoreEnabled} />
        )}
      </Card>
    </>
  )
}

function describeWork(waiting: number, locale: string): string {
  if (waiting === 0) return 'No order is waiting to be confirmed.'
  return waiting === 1
    ? '1 new order waits to be confirmed.'
    : `${waiting.toLocaleString(locale)} new orders wait to be confirmed.`
}

function NoOrdersYet({ demoStore }: { demoStore: boolean }) {
  return (
    <EmptyState
      icon={<PackageOpen />}
      title="No orders yet"
      body={
        <>
          When a shopper fills in your checkout form, the order is saved here with its items and address, and
          WhatsApp opens with its reference. The form sends to{' '}
          <code className="rounded bg-surface-2 px-1.5 py-0.5 font-mono text-text text-xs">/go/checkout</code>
          .
        </>
      }
      action={
        demoStore && (
          <LinkButton href="/store" external>
            Try it in the demo store
          </LinkButton>
        )
      }
    />
  )
}
