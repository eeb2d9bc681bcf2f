import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { buildCategoryPaths } from './category-paths'
import { findOrCreateNumber } from './numbers'
import type { RuleEditInput, RuleInput } from './rule-input'

/** Why a rule could not be saved. `taken`: the category has a rule already, `ruleId`. */
type RuleRefusal =
  | { ok: false; reason: 'taken'; ruleId: number; categoryName: string }
  | { ok: false; reason: 'category_gone' }

export type CreateResult = { ok: true; id: number } | RuleRefusal
export type UpdateResult =
  | { ok: true }
  | RuleRefusal
  | { ok: false; reason: 'rule_gone' | 'changed_meanwhile' }

const ruleFields = {
  id: true,
  pausedAt: true,
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
export async function createRule(input: RuleInput): Promise<CreateResult> {
  return refuseTaken(input.categoryId, () =>
    db().$transaction(async (transaction): Promise<CreateResult> => {
      const category = await transaction.category.findFirst({
        where: { id: input.categoryId, archivedAt: null },
        select: { id: true },
      })
      if (!category) return { ok: false, reason: 'category_gone' }
      const numberId = await findOrCreateNumber(transaction, input)
      const rule = await transaction.routingRule.create({
        data: { categoryId: category.id, numberId },
        select: { id: true },
      })
      return { ok: true, id: rule.id }
    }),
  )
}

/** Saves a rule as edited, unless it was archived or saved by somebody else since `version`. */
export async function updateRule(input: RuleEditInput): Promise<UpdateResult> {
  return refuseTaken(input.categoryId, () =>
    db().$transaction(async (transaction): Promise<UpdateResult> => {
      const rule = await transaction.routingRule.findFirst({
        where: { id: input.id, archivedAt: null },
        select: { categoryId: true, updatedAt: true },
      })
      if (!rule) return { ok: false, reason: 'rule_gone' }
      if (rule.updatedAt.getTime() !== input.version.getTime())
        return { ok: false, reason: 'changed_meanwhile' }
      const category = await transaction.category.findUnique({ where: { id: input.categoryId } })
      const moves = rule.categoryId !== input.categoryId
      if (!category || (moves && category.archivedAt)) return { ok: false, reason: 'category_gone' }
      const numberId = await findOrCreateNumber(transaction, input)
      const { count } = await transaction.routingRule.updateMany({
        where: { id: input.id, archivedAt: null, updatedAt: input.version },
        data: { categoryId: input.categoryId, numberId },
      })
      return count === 1 ? { ok: true } : { ok: false, reason: 'changed_meanwhile' }
    }),
  )
}

/** False: the rule is archived, or never was. Pausing a paused rule changes nothing. */
export async function pauseRule(id: number, now: Date): Promise<boolean> {
  const { count } = await db().routingRule.updateMany({
    where: { id, archivedAt: null },
    data: { pausedAt: now },
  })
  return count === 1
}

/** False: the rule is archived, or never was. */
export async function resumeRule(id: number): Promise<boolean> {
  const { count } = await db().routingRule.updateMany({
    where: { id, archivedAt: null },
    data: { pausedAt: null },
  })
  return count === 1
}

/** False: the rule was archived already, or never was. Clicks it decided keep its id. */
export async function archiveRule(id: number, now: Date): Promise<boolean> {
  const { count } = await db().routingRule.updateMany({
    where: { id, archivedAt: null },
    data: { archivedAt: now },
  })
  return count === 1
}

function ruleState(rule: { pausedAt: Date | null; category: { archivedAt: Date | null } }) {
  if (rule.category.archivedAt) return 'category_archived'
  return rule.pausedAt ? 'paused' : 'active'
}

/** Counted clicks that each rule decided since then, by rule id; a rule without any is absent. */
export async function countClicksByRule(since: Date): Promise<Map<number, number>> {
  const rows = await db().clickEvent.groupBy({
    by: ['ruleId'],
    where: { occurredAt: { gte: since }, visitorKind: 'human', ruleId: { not: null } },
    _count: true,
  })
  return new Map(rows.flatMap(row => (row.ruleId === null ? [] : [[row.ruleId, row._count]])))
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
