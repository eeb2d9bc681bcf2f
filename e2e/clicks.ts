import type { Shop } from './shop'

export type StoredClick = {
  product_id: number | null
  page_type: string
  device_type: string
  visitor_kind: string
  kind_reason: string | null
  reason: string
  rule_id: number | null
  category_id: number | null
  number: string | null
  item_count: number
}

const columns = `product_id::float8, page_type, device_type, visitor_kind, kind_reason, reason, rule_id, category_id,
  number, item_count`

/** The clicks of a product (0: the floating button), newest first; they are stored moments after the answer. */
export async function clicksOf(shop: Shop, productId: number): Promise<StoredClick[]> {
  const { rows } = await shop.database.query(
    `SELECT ${columns} FROM click_events WHERE product_id = $1 ORDER BY occurred_at DESC, id DESC`,
    [productId],
  )
  return rows
}

/** Every column but when it happened, what the row is called, and internal keys. */
export async function newestClick(shop: Shop): Promise<StoredClick | null> {
  const { rows } = await shop.database.query(
    `SELECT ${columns}, number_id, via FROM click_events ORDER BY id DESC LIMIT 1`,
  )
  return rows[0] ?? null
}

export async function countClicks(shop: Shop): Promise<number> {
  const { rows } = await shop.database.query('SELECT count(*)::int AS count FROM click_events')
  return rows[0].count
}
