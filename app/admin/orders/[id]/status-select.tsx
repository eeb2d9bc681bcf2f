'use client'

import { useOptimistic, useTransition } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { OrderStatus } from '@/lib/generated/prisma/enums'
import { setOrderStatusAction } from '../actions'
import { orderStatuses, orderStatusLabel } from '../status'

const options = orderStatuses.map(status => ({ value: status, label: orderStatusLabel(status) }))

/** Saves as soon as another status is chosen. */
export function StatusSelect({ id, status }: { id: string; status: OrderStatus }) {
  const [pending, startTransition] = useTransition()
  const [shown, show] = useOptimistic<string>(status)

  function choose(to: string) {
    startTransition(async () => {
      show(to)
      const result = await setOrderStatusAction({ id, from: status, to })
      if (result.ok) toast.success('Status saved.')
      else if (result.status === null) toast.error('This order is no longer there.')
      else toast.error(`Somebody else set it to ${orderStatusLabel(result.status)} meanwhile.`)
    })
  }

  return (
    <Field label="Status">
      <Select
        options={options}
        value={shown}
        disabled={pending}
        onChange={event => choose(event.target.value)}
      />
    </Field>
  )
}
