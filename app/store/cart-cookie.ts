import { cookies } from 'next/headers'
import { type CartItem, formatItems, parseItems } from '@/lib/redirect/items'

const name = 'cart'
const maxLines = 50

/** The shopper's cart, which lives in a cookie of the store's own: `12:2,34:1`. */
export async function readCart(): Promise<CartItem[]> {
  return parseItems((await cookies()).get(name)?.value).slice(0, maxLines)
}

/** For actions only: a page can't set cookies. */
export async function writeCart(items: readonly CartItem[]): Promise<void> {
  ;(await cookies()).set(name, formatItems(items.slice(0, maxLines)), {
    path: '/store',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 30 * 24 * 60 * 60,
  })
}
