import { db } from '../db'
import { Prisma } from '../generated/prisma/client'

/**
 * Every live product with the active rules of its categories, in the product's order: `place` 1 decides.
 * Exactly as routing reads it: the product's own categories, not their parents; a variation's are its parent's.
 */
const matches = Prisma.sql`
  matches AS (
    SELECT pc.product_id, r.id AS rule_id, r.category_id, r.number_id,
      row_number() OVER (PARTITION BY pc.product_id ORDER BY pc.position) AS place
    FROM routing_rules r
    JOIN categories c ON c.id = r.category_id AND c.archived_at IS NULL
    JOIN product_categories pc ON pc.category_id = r.category_id
    JOIN products p ON p.id = pc.product_id AND p.archived_at IS NULL AND p.parent_id IS NULL
    WHERE r.archived_at IS NULL AND r.paused_at IS NULL
  )`

/** How many live products each active rule decides, by rule id (variations not counted); rules that decide none are absent. */
export async function countProductsByRule(): Promise<Map<number, number>> {
  const rows = await db().$queryRaw<{ ruleId: number; products: number }[]>`
    WITH ${matches}
    SELECT rule_id AS "ruleId", count(*)::int AS products FROM matches WHERE place = 1 GROUP BY rule_id`
  return new Map(rows.map(row => [row.ruleId, row.products]))
}

/** Active rules whose category holds no live product: nothing can reach them. */
export async function listEmptyRuleCategories() {
  return db().routingRule.findMany({
    where: {
      archivedAt: null,
      pausedAt: null,
      category: {
        archivedAt: null,
        products: { none: { product: { archivedAt: null, parentId: null } } },
      },
    },
    select: { id: true, category: { select: { id: true, name: true } } },
    orderBy: { category: { name: 'asc' } },
  })
}

type Contender = { category: string; number: string }
type SharedProduct = { id: number; name: string; winner: Contender; others: Contender[] }

/** Live products that several active rules claim: the first in the product's category order wins. By product id. */
export async function listProductsWithSeveralRules({
  limit,
}: {
  limit: number
}): Promise<{ total: number; products: SharedProduct[] }> {
  const rows = await db().$queryRaw<SharedRow[]>`
    WITH ${matches},
    shared AS (
      SELECT product_id, count(*) OVER () AS total FROM matches WHERE place = 2 ORDER BY product_id LIMIT ${limit}
    )
    SELECT s.total::int AS total, p.id AS "productId", p.name, c.name AS category, n.digits AS number
    FROM shared s
    JOIN matches m USING (product_id)
    JOIN products p ON p.id = s.product_id
    JOIN categories c ON c.id = m.category_id
    JOIN numbers n ON n.id = m.number_id
    ORDER BY p.id, m.place`
  return { total: rows[0]?.total ?? 0, products: groupByProduct(rows) }
}

type SharedRow = { total: number; productId: bigint; name: string; category: string; number: string }

function groupByProduct(rows: readonly SharedRow[]): SharedProduct[] {
  const products = new Map<bigint, SharedProduct>()
  for (const { productId, name, category, number } of rows) {
    const product = products.get(productId)
    if (product) product.others.push({ category, number })
    else products.set(productId, { id: Number(productId), name, winner: { category, number }, others: [] })
  }
  return [...products.values()]
}
