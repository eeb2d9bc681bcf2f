import { Search } from 'lucide-react'
import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Input } from '@/components/ui/input'
import { IntentLink } from '@/components/ui/intent-link'
import type { OrderQuery } from '@/lib/orders/orders'
import { ordersHref } from './order-links'
import { orderStatuses, orderStatusLabel } from './status'

type OrdersFilterProps = { query: OrderQuery; counts: Record<string, number>; locale: string }

export function OrdersFilter({ query, counts, locale }: OrdersFilterProps) {
  const { q, status } = query
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <nav aria-label="Status" className="-mx-1 flex max-w-full gap-1 overflow-x-auto p-1">
        <StatusLink href={ordersHref({ q, status: undefined })} current={!status} label="All" />
        {orderStatuses.map(each => (
          <StatusLink
            key={each}
            href={ordersHref({ q, status: each })}
            current={status === each}
            label={orderStatusLabel(each)}
            count={counts[each]?.toLocaleString(locale)}
          />
        ))}
      </nav>
      <Form action="/admin/orders" prefetch={false} className="flex w-full gap-2 sm:w-auto" role="search">
        {status && <input type="hidden" name="status" value={status} />}
        <Input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          aria-label="Search orders"
          placeholder="Reference, customer, phone, product"
          className="sm:w-72"
        />
        <Button type="submit" aria-label="Search">
          <Search aria-hidden />
        </Button>
      </Form>
    </div>
  )
}

function StatusLink(props: { href: string; current: boolean; label: string; count?: string }) {
  return (
    <IntentLink
      href={props.href}
      aria-current={props.current ? 'true' : undefined}
      className={cx(
        'inline-flex h-8 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 font-medium transition-colors max-sm:h-10',
        props.current ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-surface-2 hover:text-text',
      )}
    >
      {props.label}
      {props.count && <span className="font-normal tabular">{props.count}</span>}
    </IntentLink>
  )
}
