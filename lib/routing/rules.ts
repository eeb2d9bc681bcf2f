import { monthsSince } from '../clicks/months'
import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import type { Actor } from '../history/changing'
import { findLastActor } from '../history/last-actor'
import { buildCategoryPaths } from './category-paths'
import { changingRouting } from './changing-routing'
import { findOrCreateNumber } from './numbers'
import type { AssignInput, RuleEditInput, RuleInput } from './rule-input'

/** Why a rule could not be saved. `taken`: the category has a rule already, `ruleId`. */
type RuleRefusal =
  | { ok: false; reason: 'taken'; ruleId: number; categoryName: string }
  | { ok: false; reason: 'category_gone' }

export type CreateResult = { ok: true; id: number } | RuleRefusal
export type UpdateResult =
  | { ok: true }
  | RuleRefusal
  | { ok: false; reason: 'rule_gone' }
  /** `current` is what the other one saved, `by` their e-mail where it was an admin. */
  | { ok: false; reason: 'changed_meanwhile'; current: FoundRule; by: string | null }

const ruleFields = {
  id: true,
  coversSubcategories: true,
  pausedAt: true,
  createdAt: true,
  updatedAt: true,
  category: { select: { id: true, name: true, archivedAt: true } },
  number: { select: { id: true, digits: true, label: true, isDemo: true } },
} satisfies Prisma.RoutingRuleSelect

/** Every rule that is not archived, by category path. `state` says whether it acts. */
export async function listRules() {
  const [rules, categories] = await Promise.all([
    db().routingRule.findMany({ where: { archivedAt: null }, select: ruleFields }),
    db().category.findMany({ select: { id: true, name: true, parentId: true } }),
  ])
  const paths = buildCategoryPaths(categories)
  return rules
    .map(rule => ({
      ...rule,
      state: ruleState(rule),
      path: paths.get(rule.category.id) ?? [rule.category.name],
    }))
    .sort((a, b) => a.path.join('\n').localeCompare(b.path.join('\n')))
}

export type ListedRule = Awaited<ReturnType<typeof listRules>>[number]

/** A rule that is not archived, for editing. */
export async function findRule(id: number) {
  return db().routingRule.findFirst({ where: { id, archivedAt: null }, select: ruleFields })
}

type FoundRule = NonNullable<Awaited<ReturnType<typeof findRule>>>

/** All categories that are not archived, as paths, each with the rule it has. In tree order. */
export async function listRuleCategories() {
  const categories = await db().category.findMany({
    where: { archivedAt: null },
    select: {
      id: true,
      name: true,
      parentId: true,
      rules: { where: { archivedAt: null }, select: { id: true } },
    },
  })
  const paths = buildCategoryPaths(categories)
  return categories
    .map(({ id, name, rules }) => ({ id, path: paths.get(id) ?? [name], ruleId: rules[0]?.id ?? null }))
    .sort((a, b) => a.path.join('\n').localeCompare(b.path.join('\n')))
}

/** One current rule per category: of two creates at once exactly one wins, the other is told whose it is. */
export async function createRule(input: RuleInput, actor: Actor): Promise<CreateResult> {
  return refuseTaken(input.categoryId, () =>
    changingRouting(actor, async (transaction): Promise<CreateResult> => {
      const category = await transaction.category.findFirst({
        where: { id: input.categoryId, archivedAt: null },
        select: { id: true },
      })
      if (!category) return { ok: false, reason: 'category_gone' }
      const numberId = await findOrCreateNumber(transaction, input)
      const rule = await transaction.routingRule.create({
        data: { categoryId: category.id, numberId, coversSubcategories: input.coversSubcategories },
        select: { id: true },
      })
      return { ok: true, id: rule.id }
    }),
  )
}

/** Saves a rule as edited, unless it was archived or saved by somebody else since `version`. */
export async function updateRule(input: RuleEditInput, actor: Actor): Promise<UpdateResult> {
  const saved = await refuseTaken(input.categoryId, () =>
    changingRouting(actor, async (transaction): Promise<UpdateResult | 'too_late'> => {
      const rule = await lockRule(transaction, input)
      if (!rule) return 'too_late'
      const category = await transaction.category.findUnique({ where: { id: input.categoryId } })
      const moves = rule.categoryId !== input.categoryId
      if (!category || (moves && category.archivedAt)) return { ok: false, reason: 'category_gone' }
      const numberId = await findOrCreateNumber(transaction, input)
      const { id, categoryId, coversSubcategories } = input
      await transaction.routingRule.update({
        where: { id },
        data: { categoryId, coversSubcategories, numberId },
      })
      return { ok: true }
    }),
  )
  if (saved !== 'too_late') return saved
  const current = await findRule(input.id)
  if (!current) return { ok: false, reason: 'rule_gone' }
  return { ok: false, reason: 'changed_meanwhile', current, by: await findLastActor('rule', input.id) }
}

/** Held until the transaction ends, so that of two saves at once the second sees that it comes too late. */
async function lockRule(
  transaction: Prisma.TransactionClient,
  { id, version }: RuleEditInput,
): Promise<{ categoryId: number } | null> {
  const [rule] = await transaction.$queryRaw<{ categoryId: number; updatedAt: Date }[]>`
    SELECT category_id AS "categoryId", updated_at AS "updatedAt" FROM routing_rules
    WHERE id = ${id} AND archived_at IS NULL FOR UPDATE`
  return rule && rule.updatedAt.getTime() === version.getTime() ? rule : null
}

/** How many of these rules changed; the archived are left alone, and pausing a paused rule changes nothing. */
export async function pauseRules(ids: number[], now: Date, actor: Actor): Promise<number> {
  return changeRules({ id: { in: ids }, pausedAt: null }, { pausedAt: now }, actor)
}

export async function resumeRules(ids: number[], actor: Actor): Promise<number> {
  return changeRules({ id: { in: ids }, pausedAt: { not: null } }, { pausedAt: null }, actor)
}

/** Clicks that they decided keep their ids. */
export async function archiveRules(ids: number[], now: Date, actor: Actor): Promise<number> {
  return changeRules({ id: { in: ids } }, { archivedAt: now }, actor)
}

async function changeRules(
  where: Prisma.RoutingRuleWhereInput,
  data: Prisma.RoutingRuleUpdateManyMutationInput,
  actor: Actor,
): Promise<number> {
  const { count } = await changingRouting(actor, transaction =>
    transaction.routingRule.updateMany({ where: { ...where, archivedAt: null }, data }),
  )
  return count
}

/**
 * Sends many categories to one number: a category with a rule keeps it, with the new number, paused or not; the others
 * get one. Answers how many rules are new and how many changed; categories archived meanwhile are left out.
 */
export async function assignNumber(
  { categoryIds, ...number }: AssignInput,
  actor: Actor,
): Promise<{ created: number; changed: number }> {
  return changingRouting(actor, async transaction => {
    const numberId = await findOrCreateNumber(transaction, number)
    const where = { categoryId: { in: categoryIds }, archivedAt: null, numberId: { not: numberId } }
    const changed = await transaction.routingRule.updateMany({ where, data: { numberId } })
    const created = await transaction.$executeRaw`
      INSERT INTO routing_rules (category_id, number_id, updated_at)
      SELECT id, ${numberId}, now() FROM categories WHERE id = ANY(${categoryIds}) AND archived_at IS NULL
      ON CONFLICT (category_id) WHERE archived_at IS NULL DO NOTHING`
    return { created, changed: changed.count }
  })
}

type RuleState = 'active' | 'paused' | 'category_archived'

function ruleState(rule: { pausedAt: Date | null; category: { archivedAt: Date | null } }): RuleState {
  if (rule.category.archivedAt) return 'category_archived'
  return rule.pausedAt ? 'paused' : 'active'
}

/** Counted clicks that each rule decided since then, by rule id; a rule without any is absent. */
export async function countClicksByRule(since: Date): Promise<Map<number, number>> {
  const rows = await db().$queryRaw<{ ruleId: number; clicks: number }[]>`
    SELECT rule_id AS "ruleId", sum(count)::int AS clicks
    FROM ${monthsSince('click_route_months', since, {
      columns: Prisma.sql`rule_id`,
      conditions: [Prisma.sql`rule_id IS NOT NULL`],
    })} AS months GROUP BY 1 HAVING sum(count) > 0`
  return new Map(rows.map(row => [row.ruleId, row.clicks]))
}

/** Prisma's P2002 is the partial unique index on category_id: told as the rule that is in the way. */
async function refuseTaken<Result>(
  categoryId: number,
  save: () => Promise<Result>,
): Promise<Result | Extract<RuleRefusal, { reason: 'taken' }>> {
  try {
    return await save()
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error
    const taken = await db().routingRule.findFirst({
      where: { categoryId, archivedAt: null },
      select: { id: true, category: { select: { name: true } } },
    })
    if (!taken) throw error
    return { ok: false, reason: 'taken', ruleId: taken.id, categoryName: taken.category.name }
  }
}
