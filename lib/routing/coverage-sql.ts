import { monthsSince } from '../clicks/months'
import { kindSql } from '../clicks/scope'
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

/**
 * Counted clicks of each product since a moment, its variations' with its own: `clicked (product_id, clicks, without_rule)`.
 * The ids of variations are few beside those of clicks, and every click is looked up in them.
 */
export function clickedTable(since: Date): Prisma.Sql {
  return Prisma.sql`
    clicked AS MATERIALIZED (
      SELECT coalesce(v.parent_id, w.product_id) AS product_id, sum(w.count)::int AS clicks,
        coalesce(sum(w.count) FILTER (WHERE w.reason <> 'rule'), 0)::int AS without_rule
      FROM ${monthsSince('click_product_months', since, columnsOf('product_id, reason', 'product_id > 0'))} AS w
      LEFT JOIN (SELECT id, parent_id FROM products WHERE parent_id IS NOT NULL) AS v ON v.id = w.product_id
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

/**
 * Counted carts since a moment that held items of several numbers, by the two rules that met first (via.ts):
 * `mixed (low_id, high_id, carts, by_low)`, ids null where a click did not keep the other rule. From an index alone.
 */
export function mixedTable(since: Date): Prisma.Sql {
  return Prisma.sql`
    mixed AS MATERIALIZED (
      SELECT least(rule_id, rival) AS low_id, CASE WHEN rival IS NOT NULL THEN greatest(rule_id, rival) END AS high_id,
        sum(count)::int AS carts, coalesce(sum(count) FILTER (WHERE rule_id < rival), 0)::int AS by_low
      FROM (
        SELECT rule_id, count, CASE WHEN named <> '' AND ltrim(named, '0123456789') = '' THEN left(named, 10)::bigint END AS rival
        FROM (
          -- A regular expression for each cart would take ten times as long.
          SELECT rule_id, split_part(split_part(via, ';', 1), ':', 2) AS named, count(*) AS count FROM click_events
          WHERE via IS NOT NULL AND via LIKE 'mixed%' AND occurred_at >= ${since} AND visitor_kind = ${kindSql.human}
          GROUP BY rule_id, via
        ) AS named
      ) AS carts GROUP BY 1, 2
    )`
}
