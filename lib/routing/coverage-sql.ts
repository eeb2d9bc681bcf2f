import { monthsSince } from '../clicks/months'
import { Prisma } from '../generated/prisma/client'
import type { ActingRule } from './acting-rules'

/** The rule that acts for each category, as a table of a statement: `acting (category_id, rule_id, number_id)`. */
export function actingTable(rules: ReadonlyMap<number, ActingRule>): Prisma.Sql {
  const list = [...rules]
  return Prisma.sql`
    acting AS MATERIALIZED (
      SELECT * FROM unnest(${list.map(([categoryId]) => categoryId)}::int[], ${list.map(([, rule]) => rule.id)}::int[],
        ${list.map(([, rule]) => rule.numberId)}::int[]) AS a (category_id, rule_id, number_id)
    )`
}

/**
 * Every live product with its categories in its own order, and the rule that acts for each; needs `acting`. As routing
 * reads it: a variation's categories are its parent's, so variations are not in it. A product without any has one row.
 */
export const placedTable = Prisma.sql`
  placed AS MATERIALIZED (
    SELECT p.id AS product_id, pc.category_id, pc.position, a.rule_id, a.number_id
    FROM products p
    LEFT JOIN product_categories pc ON pc.product_id = p.id
    LEFT JOIN acting a ON a.category_id = pc.category_id
    WHERE p.archived_at IS NULL AND p.parent_id IS NULL
  )`

const columnsOf = (columns: string, condition: string) => ({
  columns: Prisma.raw(columns),
  conditions: [Prisma.raw(condition)],
})

/** Counted clicks of each product or variation since a moment: `product_clicks (product_id, clicks, without_rule)`. */
export function productClicks(since: Date): Prisma.Sql {
  return Prisma.sql`
    product_clicks AS MATERIALIZED (
      SELECT product_id, sum(count)::int AS clicks,
        coalesce(sum(count) FILTER (WHERE reason <> 'rule'), 0)::int AS without_rule
      FROM ${monthsSince('click_product_months', since, columnsOf('product_id, reason', 'product_id > 0'))} AS months
      GROUP BY 1
    )`
}

/** The rules that decided a counted click since a moment: `fired (rule_id)`. */
export function firedRules(since: Date): Prisma.Sql {
  return Prisma.sql`
    fired AS (
      SELECT rule_id
      FROM ${monthsSince('click_route_months', since, columnsOf('rule_id', 'rule_id IS NOT NULL'))} AS months
      GROUP BY 1 HAVING sum(count) > 0
    )`
}

/** How many counted carts since a moment held items of several numbers; through the index of clicks that say how they went. */
export function mixedCarts(since: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*) FROM click_events
    WHERE via IS NOT NULL AND via LIKE 'mixed%' AND occurred_at >= ${since} AND visitor_kind = 'human'`
}
