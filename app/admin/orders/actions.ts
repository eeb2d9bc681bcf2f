'use server'

import { revalidatePath } from 'next/cache'
import { requireUser } from '@/app/session'
import { orderStatusInput, updateOrderStatus } from '@/lib/orders/orders'

export async function setOrderStatusAction(input: {
  id: string
  from: string
  to: string
}): ReturnType<typeof updateOrderStatus> {
  await requireUser()
  const result = await updateOrderStatus(orderStatusInput.parse(input))
  revalidatePath('/admin', 'layout')
  return result
}
