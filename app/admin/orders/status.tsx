import { Check, X } from 'lucide-react'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { OrderStatus } from '@/lib/generated/prisma/enums'

const words: Record<OrderStatus, { label: string; tone: BadgeTone }> = {
  new: { label: 'New', tone: 'accent' },
  confirmed: { label: 'Confirmed', tone: 'green' },
  completed: { label: 'Completed', tone: 'neutral' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
}

export const orderStatuses = Object.values(OrderStatus)

export function orderStatusLabel(status: OrderStatus): string {
  return words[status].label
}

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const { label, tone } = words[status]
  const icon =
    status === 'completed' ? <Check aria-hidden /> : status === 'cancelled' ? <X aria-hidden /> : null
  return (
    <Badge tone={tone} icon={icon}>
      {label}
    </Badge>
  )
}
