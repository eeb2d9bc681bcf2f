import { z } from 'zod'
import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { type ActingRule, activeRule, readActingRules } from './acting-rules'
import { buildCategoryPaths } from './category-paths'
import { actingTable, clickedTable, firedRules, mixedTable, placedTable } from './coverage-sql'
import { type ListedNumber, listNumbers } from './numbers'
import { type ListedRule, listRules } from './rules'

type Named = { id: number; path: string[] }

/** A category with live products and no rule that acts. `clicks`: those of its products that found no rule. */
export type UncoveredCategory = Named & { products: number; clicks: number }

/** A live product that no rule reaches. */
export type UncoveredProduct = { id: number; name: string; categories: Named[]; clicks: number }

type Contender = Named & { ruleId: number; number: ListedNumber | null }

/** A live product that rules with different numbers claim: the first of `contenders` wins. */
export type AmbiguousProduct = { id: number; name: string; clicks: number; contenders: Contender[] }

/** Two rules with different numbers that met in carts; `byFirst` of them the first decided, the more frequent winner. */
export type MixedPair = { first: ListedRule; second: ListedRule; carts: number; byFirst: number }

export type Coverage = {
  categories: UncoveredCategory[]
  products: { total: number; clicks: number; first: UncoveredProduct[] }
  ambiguous: { total: number; first: AmbiguousProduct[] }
  /** Carts and checkouts that held items of several numbers: the first item's won. `pairs` of rules that would meet today. */
  mixedCarts: { total: number; pairs: MixedPair[] }
  /** Active rules older than `since` that decided no counted click since. */
  idleRules: ListedRule[]
  /** Rules that can decide nothing: their category is archived, or no live product is in it or below where it covers. */
  unreachableRules: ListedRule[]
  pausedRules: ListedRule[]
  /** Numbers that no rule uses, that stand in for nobody and are not the default. */
  unusedNumbers: ListedNumber[]
}

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullable()
    .transform(rows => rows ?? [])
const product = z.object({ id: z.number(), name: z.string(), clicks: z.number() })

const found = z.object({
  categories: list(z.object({ id: z.number(), products: z.number(), clicks: z.number() })),
  products: list(product.extend({ categoryIds: list(z.number()) })),
  uncovered: z.object({ total: z.number(), clicks: z.number() }),
  ambiguous: list(product.extend({ categoryIds: list(z.number()) })),
  ambiguousTotal: z.number(),
  mixedCarts: z.number(),
  mixedPairs: list(z.object({ low: z.number(), high: z.number(), carts: z.number(), byLow: z.number() })),
  fired: list(z.number()),
  reachable: list(z.number()),
})

type FoundPair = z.output<typeof found>['mixedPairs'][number]

/** Where orders go astray or may surprise, worst first; `limit` products of each kind, all of the rest. */
export async function readCoverage({ since, limit }: { since: Date; limit: number }): Promise<Coverage> {
  const [acting, rules, numbers, categories] = await Promise.all([
    readActingRules(),
    listRules(),
    listNumbers(),
    db().category.findMany({ select: { id: true, name: true, parentId: true } }),
  ])
  const [row] = await db().$queryRaw<{ coverage: unknown }[]>(coverageSql({ acting, since, limit }))
  const facts = found.parse(row?.coverage)
  const paths = buildCategoryPaths(categories)
  const named = (id: number): Named => ({ id, path: paths.get(id) ?? [`#${id}`] })
  const contender = (categoryId: number): Contender[] => {
    const rule = acting.get(categoryId)
    const number = numbers.find(one => one.id === rule?.numberId) ?? null
    return rule ? [{ ...named(categoryId), ruleId: rule.id, number }] : []
  }
  const pair = ({ low, high, carts, byLow }: FoundPair): MixedPair[] => {
    const [lower, higher] = [low, high].map(id => rules.find(rule => rule.id === id))
    if (!lower || !higher) return []
    return byLow * 2 >= carts
      ? [{ first: lower, second: higher, carts, byFirst: byLow }]
      : [{ first: higher, second: lower, carts, byFirst: carts - byLow }]
  }
  const [fired, reachable] = [new Set(facts.fired), new Set(facts.reachable)]
  return {
    categories: facts.categories.map(({ id, ...counts }) => ({ ...named(id), ...counts })),
    products: {
      ...facts.uncovered,
      first: facts.products.map(({ categoryIds, ...one }) => ({
        ...one,
        categories: categoryIds.map(named),
      })),
    },
    ambiguous: {
      total: facts.ambiguousTotal,
      first: facts.ambiguous.map(({ categoryIds, ...one }) => ({
        ...one,
        contenders: categoryIds.flatMap(contender),
      })),
    },
    mixedCarts: { total: facts.mixedCarts, pairs: facts.mixedPairs.flatMap(pair) },
    idleRules: rules.filter(
      ({ id, state, createdAt }) =>
        state === 'active' && reachable.has(id) && createdAt < since && !fired.has(id),
    ),
    unreachableRules: rules.filter(
      ({ id, state }) => state === 'category_archived' || (state === 'active' && !reachable.has(id)),
    ),
    pausedRules: rules.filter(({ state }) => state === 'paused'),
    unusedNumbers: numbers.filter(
      ({ ruleCount, backupForCount, isDefault }) => !isDefault && ruleCount + backupForCount === 0,
    ),
  }
}

type CoverageQuery = { acting: ReadonlyMap<number, ActingRule>; since: Date; limit: number }

function coverageSql({ acting, since, limit }: CoverageQuery): Prisma.Sql {
  return Prisma.sql`
    WITH ${actingTable(acting)}, ${placedTable}, ${clickedTable(since)}, ${firedRules(since)}, ${mixedTable(since)},
    judged AS MATERIALIZED (
      SELECT p.product_id AS id, bool_or(p.rule_id IS NOT NULL) AS covered, min(p.number_id) <> max(p.number_id) AS ambiguous
      FROM placed p GROUP BY 1
    ),
    uncovered AS MATERIALIZED (
      SELECT j.id, coalesce(k.without_rule, 0) AS clicks FROM judged j LEFT JOIN clicked k ON k.product_id = j.id
      WHERE NOT j.covered
    ),
    ambiguous AS MATERIALIZED (
      SELECT j.id, coalesce(k.clicks, 0) AS clicks FROM judged j LEFT JOIN clicked k ON k.product_id = j.id
      WHERE j.ambiguous
    ),
    bare_categories AS (
      SELECT c.id, count(*)::int AS products, coalesce(sum(k.without_rule), 0)::int AS clicks
      FROM categories c JOIN placed p ON p.category_id = c.id LEFT JOIN clicked k ON k.product_id = p.product_id
      WHERE c.archived_at IS NULL AND p.rule_id IS NULL GROUP BY 1
    ),
    numbered AS (SELECT DISTINCT rule_id, number_id FROM acting),
    meeting AS (
      SELECT m.low_id AS low, m.high_id AS high, m.carts, m.by_low AS "byLow" FROM mixed m
      JOIN numbered l ON l.rule_id = m.low_id JOIN numbered h ON h.rule_id = m.high_id AND h.number_id <> l.number_id
      ORDER BY m.carts DESC, 1, 2 LIMIT ${limit}
    ),
    first_uncovered AS (SELECT * FROM uncovered ORDER BY clicks DESC, id LIMIT ${limit}),
    first_ambiguous AS (SELECT * FROM ambiguous ORDER BY clicks DESC, id LIMIT ${limit})
    SELECT jsonb_build_object(
      'categories', (SELECT jsonb_agg(to_jsonb(b) ORDER BY b.clicks DESC, b.products DESC, b.id) FROM bare_categories b),
      'uncovered', (SELECT jsonb_build_object('total', count(*), 'clicks', coalesce(sum(clicks), 0)) FROM uncovered),
      'products', (SELECT jsonb_agg(${productFacts} ORDER BY f.clicks DESC, f.id)
        FROM first_uncovered f JOIN products p ON p.id = f.id),
      'ambiguousTotal', (SELECT count(*) FROM ambiguous),
      'ambiguous', (SELECT jsonb_agg(${productFacts} ORDER BY f.clicks DESC, f.id)
        FROM first_ambiguous f JOIN products p ON p.id = f.id),
      'mixedCarts', (SELECT coalesce(sum(carts), 0) FROM mixed),
      'mixedPairs', (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.carts DESC, m.low, m.high) FROM meeting m),
      'fired', (SELECT jsonb_agg(rule_id) FROM fired),
      'reachable', (SELECT jsonb_agg(DISTINCT rule_id) FROM placed WHERE rule_id IS NOT NULL)
    ) AS coverage`
}

/** Of a product `p` with its clicks in `f`. */
const productFacts = Prisma.sql`jsonb_build_object('id', p.id, 'name', p.name, 'clicks', f.clicks, 'categoryIds', (
  SELECT jsonb_agg(category_id ORDER BY position) FROM product_categories WHERE product_id = p.id
))`

/** How many live products each active rule decides, by rule id (variations not counted); rules that decide none are absent. */
export async function countProductsByRule(): Promise<Map<number, number>> {
  const rows = await db().$queryRaw<{ ruleId: number; products: number }[]>`
    WITH ${actingTable(await readActingRules())}, ${placedTable}
    SELECT rule_id AS "ruleId", count(*)::int AS products FROM (
      SELECT DISTINCT ON (product_id) rule_id FROM placed WHERE rule_id IS NOT NULL ORDER BY product_id, position
    ) AS winners GROUP BY 1`
  return new Map(rows.map(row => [row.ruleId, row.products]))
}

/** How many active rules reach no live product, and how many live products rules with different numbers claim. */
export async function countCoverage(): Promise<{ unreachableRules: number; ambiguousProducts: number }> {
  const [acting, activeRules] = await Promise.all([
    readActingRules(),
    db().routingRule.count({ where: activeRule }),
  ])
  const [row] = await db().$queryRaw<{ reachable: number; ambiguous: number }[]>`
    WITH ${actingTable(acting)}, ${placedTable}
    SELECT (SELECT count(DISTINCT rule_id)::int FROM placed) AS reachable,
      (SELECT count(*)::int FROM (
        SELECT FROM placed GROUP BY product_id HAVING min(number_id) <> max(number_id)
      ) AS shared) AS ambiguous`
  return {
    unreachableRules: activeRules - (row?.reachable ?? 0),
    ambiguousProducts: row?.ambiguous ?? 0,
  }
}
