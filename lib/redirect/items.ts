/** One line of a cart: a product's (or variation's) store id and how many. */
export type CartItem = { id: number; quantity: number }

const maxQuantity = 999_999
const maxLines = 10_000

/** A store's product id: decimal digits, 1 to 2^53-1 (what JSON and JavaScript storefronts can carry), else null. */
export function parseProductId(text: string | null | undefined): number | null {
  if (!text || !/^\d{1,16}$/.test(text)) return null
  const id = Number(text)
  return id > 0 && Number.isSafeInteger(id) ? id : null
}

/** A quantity from 1 to 999,999, else null. */
export function parseQuantity(text: string | null | undefined): number | null {
  if (!text || !/^\d{1,6}$/.test(text)) return null
  const quantity = Number(text)
  return quantity >= 1 && quantity <= maxQuantity ? quantity : null
}

/**
 * `12:2,34:1` in cart order; a bare id means one. Lines that can't be read (an id or quantity that is not one) are
 * left out; a product named twice is one line, at its first place, with the quantities added up (at most 999,999).
 */
export function parseItems(text: string | null | undefined): CartItem[] {
  if (!text) return []
  return mergeItems(
    text.split(',', maxLines).map(part => {
      const [id, quantity, ...rest] = part.trim().split(':')
      return rest.length > 0
        ? null
        : {
            id: parseProductId(id?.trim()),
            quantity: quantity === undefined ? 1 : parseQuantity(quantity.trim()),
          }
    }),
  )
}

/** Drops unreadable lines and adds up repeated ones; see `parseItems`. */
export function mergeItems(
  lines: ReadonlyArray<{ id: number | null; quantity: number | null } | null>,
): CartItem[] {
  const byId = new Map<number, CartItem>()
  for (const line of lines) {
    if (!line?.id || !line.quantity) continue
    const known = byId.get(line.id)
    if (known) known.quantity = Math.min(maxQuantity, known.quantity + line.quantity)
    else byId.set(line.id, { id: line.id, quantity: line.quantity })
  }
  return [...byId.values()]
}

/** The cart as text, as `parseItems` reads it. */
export function formatItems(items: readonly CartItem[]): string {
  return items.map(item => `${item.id}:${item.quantity}`).join(',')
}
