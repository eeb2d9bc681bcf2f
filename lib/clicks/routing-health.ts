import { db } from '../db'
import { Prisma, type RouteReason } from '../generated/prisma/client'
import { type ActingRule, readActingRules } from '../routing/acting-rules'
import { buildCategoryPaths } from '../routing/category-paths'
import { actingTable } from '../routing/coverage-sql'
import { monthsOf } from './months'
import { remembered } from './remembered'
import { countRoutes, type RouteCount } from './routes'
import { type ClickQuestion, type ClickScope, findClickScope } from './scope'
import { clicksOf } from './totals'

type DefaultReason = Exclude<RouteReason, 'rule'>
type Counted = { count: number; previous: number | null }
type ReasonProduct = { id: number; name: string | null; imageUrl: string | null; count: number }

/** The rules and the reasons add up to `total`. All lists: most first. */
export type RoutingHealth = {
  total: number
  /** `categoryPath` from the root down; empty where the rule is unknown. */
  rules: (Counted & {
    ruleId: number | null
    categoryId: number | null
    categoryPath: string[]
    isArchived: boolean
  })[]
  /** Why the default number was used. `products`: the few most clicked ones behind it. */
  reasons: (Counted & { reason: DefaultReason; products: ReasonProduct[] })[]
  /** Categories whose products went to the default number for want of a rule, and would again: the few with most clicks. */
  missingRules: { categoryId: number; categoryPath: string[]; count: number; products: number }[]
  /** How many such categories there are. */
  missingRulesTotal: number
}

type HealthQuestion = ClickQuestion & {
  now: Date
  /** At most so many behind each reason; 0 asks for none, and costs half. */
  productsPerReason?: number
}

const MISSING_RULES = 10

/** Whether orders go where they should: how many by which rule, how many to the default number, why, and what to do. */
export async function getRoutingHealth({
  productsPerReason = 5,
  ...question
}: HealthQuestion): Promise<RoutingHealth> {
  const [routes, scope] = await Promise.all([countRoutes(question), findClickScope(question)])
  const [products, missing, paths] = await Promise.all([
    scope && productsPerReason > 0 ? findReasonProducts(scope, productsPerReason) : [],
    scope ? findMissingRules(scope) : [],
    listCategoryPaths(),
  ])
  const ruled = routes.filter(({ reason }) => reason === 'rule')
  return {
    total: routes.reduce((sum, { count }) => sum + count, 0),
    rules: await nameRules(ruled, paths),
    reasons: sumBy(routes, ({ reason }) => (reason === 'rule' ? null : reason)).map(
      ({ key: reason, ...sums }) => ({
        reason,
        ...sums,
        products: products.filter(product => product.reason === reason).map(toProduct),
      }),
    ),
    missingRules: missing.map(({ total: _, ...row }) => ({
      ...row,
      categoryPath: paths.get(row.categoryId) ?? [],
    })),
    missingRulesTotal: missing[0]?.total ?? 0,
  }
}

/** Adds up the routes with the same key, leaving out null, most first. */
function sumBy<Key>(
  routes: RouteCount[],
  keyOf: (route: RouteCount) => Key | null,
): (Counted & { key: Key })[] {
  const sums = new Map<Key, Counted & { key: Key }>()
  for (const route of routes) {
    const key = keyOf(route)
    if (key === null) continue
    const sum = sums.get(key)
    if (!sum) sums.set(key, { key, count: route.count, previous: route.previous })
    else {
      sum.count += route.count
      if (sum.previous !== null) sum.previous += route.previous ?? 0
    }
  }
  return [...sums.values()].sort((a, b) => b.count - a.count)
}

async function nameRules(
  routes: RouteCount[],
  paths: Map<number, string[]>,
): Promise<RoutingHealth['rules']> {
  const sums = sumBy(routes, ({ ruleId }) => ruleId ?? 0)
  const rules = await db().routingRule.findMany({
    where: { id: { in: sums.map(({ key }) => key) } },
    select: { id: true, categoryId: true, archivedAt: true },
  })
  const byId = new Map(rules.map(rule => [rule.id, rule]))
  return sums.map(({ key, ...sum }) => {
    const rule = byId.get(key)
    return {
      ruleId: rule?.id ?? null,
      categoryId: rule?.categoryId ?? null,
      categoryPath: (rule && paths.get(rule.categoryId)) ?? [],
      isArchived: rule?.archivedAt !== null,
      ...sum,
    }
  })
}

async function listCategoryPaths(): Promise<Map<number, string[]>> {
  return buildCategoryPaths(
    await db().category.findMany({ select: { id: true, name: true, parentId: true } }),
  )
}

type ReasonRow = Omit<ReasonProduct, 'id'> & { id: string; reason: DefaultReason }

const toProduct = ({ id, name, imageUrl, count }: ReasonRow): ReasonProduct => ({
  id: Number(id),
  name,
  imageUrl,
  count,
})

function findReasonProducts(scope: ClickScope, limit: number): Promise<ReasonRow[]> {
  const ask = () => selectReasonProducts(scope, limit)
  return remembered({ name: `${limit} products of each reason`, scope, previous: null, ask })
}

async function selectReasonProducts(scope: ClickScope, limit: number): Promise<ReasonRow[]> {
  return db().$queryRaw<ReasonRow[]>`
    SELECT reason, product_id::text AS id, p.name, p.image_url AS "imageUrl", count FROM (
      SELECT reason, product_id, sum(count)::int AS count,
        row_number() OVER (PARTITION BY reason ORDER BY sum(count) DESC, product_id) AS place
      FROM ${productClicks(scope, Prisma.sql`reason <> 'rule'`)} AS clicks
      GROUP BY reason, product_id HAVING sum(count) > 0
    ) AS ranked LEFT JOIN products p ON p.id = product_id
    WHERE place <= ${limit} ORDER BY reason, place`
}

type MissingRule = { categoryId: number; count: number; products: number; total: number }

/**
 * By the first live category of each product, which a rule would be for, unless a rule acts for another of its categories
 * by now. A category with a paused rule does not want for one.
 */
async function findMissingRules(scope: ClickScope): Promise<MissingRule[]> {
  const name = 'missing rules'
  return remembered({
    name,
    scope,
    previous: null,
    ask: async () => selectMissingRules(scope, await readActingRules()),
  })
}

async function selectMissingRules(
  scope: ClickScope,
  acting: Map<number, ActingRule>,
): Promise<MissingRule[]> {
  return db().$queryRaw<MissingRule[]>`
    WITH ${actingTable(acting)}, astray AS MATERIALIZED (
      SELECT product_id, sum(count) AS count FROM ${productClicks(scope, Prisma.sql`reason = 'no_rule'`)} AS clicks
      GROUP BY 1 HAVING sum(count) > 0
    )
    SELECT first AS "categoryId", sum(astray.count)::int AS count, count(*)::int AS products, count(*) OVER ()::int AS total
    FROM astray JOIN products p ON p.id = astray.product_id AND p.archived_at IS NULL
    CROSS JOIN LATERAL (
      SELECT c.id AS first FROM product_categories pc JOIN categories c ON c.id = pc.category_id AND c.archived_at IS NULL
      WHERE pc.product_id = coalesce(p.parent_id, p.id) ORDER BY pc.position LIMIT 1
    ) AS own
    WHERE coalesce(p.parent_id, p.id) NOT IN (
      SELECT pc.product_id FROM product_categories pc JOIN acting ON acting.category_id = pc.category_id
    ) AND NOT EXISTS (SELECT FROM routing_rules r WHERE r.category_id = first AND r.archived_at IS NULL)
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MISSING_RULES}`
}

/** Clicks on products, by reason: from the totals of months where those can answer. */
function productClicks(scope: ClickScope, about: Prisma.Sql): Prisma.Sql {
  const columns = Prisma.sql`product_id, reason`
  const also = [Prisma.sql`product_id > 0`, about]
  const { products } = scope.months
  if (products?.countsAll) {
    const conditions = [...products.conditions, ...also]
    return monthsOf('click_product_months', scope, { columns, conditions })
  }
  const conditions = [...scope.counting, ...also]
  return Prisma.sql`(SELECT ${columns}, count FROM ${clicksOf(conditions, scope, columns)})`
}
