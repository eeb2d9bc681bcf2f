import { db } from '../db'
import { Prisma } from '../generated/prisma/client'

export type FoundProduct = { id: number; name: string; variation: string | null }

/** Up to `limit` live products or variations with this id, or with every word in name, variation or SKU; the id first. */
export async function searchProducts({
  text,
  limit,
}: {
  text: string
  limit: number
}): Promise<FoundProduct[]> {
  const words = text.replaceAll('\0', ' ').split(/\s+/).filter(Boolean).slice(0, 10)
  if (words.length === 0) return []
  const id = /^\d{1,15}$/.test(text.trim()) ? BigInt(text.trim()) : 0n
  // Through the trigram index on search_text; in LIKE, % and _ and \ of a word stand for themselves.
  const likes = words.map(word => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return Prisma.sql`search_text LIKE lower(unaccent(${pattern}))`
  })
  const rows = await db().$queryRaw<(Omit<FoundProduct, 'id'> & { id: bigint })[]>`
    SELECT id, name, variation FROM products
    WHERE archived_at IS NULL AND (id = ${id} OR (${Prisma.join(likes, ' AND ')}))
    ORDER BY id = ${id} DESC, id LIMIT ${limit}`
  return rows.map(row => ({ ...row, id: Number(row.id) }))
}
