'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formFields } from '@/app/form-fields'
import { mergeItems } from '@/lib/redirect/items'
import { readCart, writeCart } from './cart-cookie'

// Shoppers have no account: these change nothing but the cart in their own cookie.

const line = z.object({
  id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  quantity: z.coerce.number().int().min(0).max(99),
})

export async function addToCart(form: FormData): Promise<void> {
  const added = line.safeParse(formFields(form))
  if (added.success) await writeCart(mergeItems([...(await readCart()), added.data]))
  redirect('/store/cart')
}

/** Quantity 0 takes the line out. */
export async function changeQuantity(form: FormData): Promise<void> {
  const changed = line.safeParse(formFields(form))
  if (changed.success) {
    const { id, quantity } = changed.data
    const items = (await readCart()).map(item => (item.id === id ? { id, quantity } : item))
    await writeCart(items.filter(item => item.quantity > 0))
  }
  redirect('/store/cart')
}
