import { createHash } from 'node:crypto'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import type { Actor } from '../../history/changing'
import { changingRouting } from '../changing-routing'
import { findOrCreateNumbers } from '../numbers'
import { type ParsedRules, parseRules } from './parse'
import { type PlannedRule, planRules, type RulesPlan, type Standing } from './plan'

/** `fingerprint` stands for exactly this plan; `applyRulesFile` asks for it. */
export type RulesPreview = { ok: true; plan: RulesPlan; fingerprint: string } | { ok: false; message: string }

export type RulesImport =
  | { ok: true; added: number; changed: number }
  /** Not what was previewed any more: `preview` is what it would do now. */
  | { ok: false; reason: 'changed_meanwhile'; preview: RulesPreview }
  /** A line that can't be read, or nothing to do. Nothing was saved. */
  | { ok: false; reason: 'refused'; preview: RulesPreview }

type Client = Pick<Prisma.TransactionClient, 'category' | 'number' | 'routingRule'>

/** What importing the file would do to the rules as they are now. */
export async function previewRulesFile(file: Uint8Array): Promise<RulesPreview> {
  return readPreview(await parseRules(file), db())
}

/** Imports a previewed file, all or nothing: not with a bad line, and not if it would do anything else than was shown. */
export async function applyRulesFile(
  { file, fingerprint, now }: { file: Uint8Array; fingerprint: string; now: Date },
  actor: Actor,
): Promise<RulesImport> {
  const parsed = await parseRules(file)
  try {
    return await changingRouting(actor, async (transaction): Promise<RulesImport> => {
      const preview = await readPreview(parsed, transaction)
      if (!preview.ok || preview.plan.bad.length > 0) return { ok: false, reason: 'refused', preview }
      if (preview.fingerprint !== fingerprint) return { ok: false, reason: 'changed_meanwhile', preview }
      await save(transaction, preview.plan, now)
      return { ok: true, added: preview.plan.adds.length, changed: preview.plan.changes.length }
    })
  } catch (error) {
    // Prisma's P2002: somebody gave one of the categories a rule at the same moment.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error
    return { ok: false, reason: 'changed_meanwhile', preview: await readPreview(parsed, db()) }
  }
}

async function readPreview(parsed: ParsedRules, client: Client): Promise<RulesPreview> {
  if (!parsed.ok) return parsed
  const plan = planRules(parsed, await readStanding(client))
  const fingerprint = createHash('sha256').update(JSON.stringify(plan)).digest('hex')
  return { ok: true, plan, fingerprint }
}

async function readStanding(client: Client): Promise<Standing> {
  const categories = await client.category.findMany({
    select: { id: true, name: true, parentId: true, archivedAt: true },
  })
  const numbers = await client.number.findMany({
    where: { archivedAt: null },
    select: { id: true, digits: true, label: true },
  })
  const rules = await client.routingRule.findMany({
    where: { archivedAt: null },
    select: {
      id: true,
      categoryId: true,
      coversSubcategories: true,
      pausedAt: true,
      number: { select: { digits: true } },
    },
  })
  return {
    numbers,
    categories: categories.map(({ archivedAt, ...category }) => ({
      ...category,
      archived: archivedAt !== null,
    })),
    rules: rules.map(({ pausedAt, number, ...rule }) => ({
      ...rule,
      digits: number.digits,
      paused: pausedAt !== null,
    })),
  }
}

async function save(transaction: Prisma.TransactionClient, plan: RulesPlan, now: Date): Promise<void> {
  const numberIds = await findOrCreateNumbers(
    transaction,
    plan.numbers.map(({ digits, label }) => ({ number: digits, label })),
  )
  const idOf = ({ digits }: PlannedRule) => {
    const id = numberIds.get(digits)
    if (id === undefined) throw new Error(`The plan has a rule but not its number ${digits}`)
    return id
  }
  await transaction.routingRule.createMany({
    data: plan.adds.map(rule => ({
      categoryId: rule.categoryId,
      numberId: idOf(rule),
      coversSubcategories: rule.coversSubcategories,
      pausedAt: rule.paused ? now : null,
    })),
  })
  await transaction.$executeRaw`
    UPDATE routing_rules r SET number_id = f.number_id, covers_subcategories = f.covers,
      paused_at = CASE WHEN f.paused THEN coalesce(r.paused_at, ${now}) END, updated_at = ${now}
    FROM unnest(${plan.changes.map(rule => rule.ruleId)}::int[], ${plan.changes.map(idOf)}::int[],
      ${plan.changes.map(rule => rule.coversSubcategories)}::boolean[],
      ${plan.changes.map(rule => rule.paused)}::boolean[]) AS f (id, number_id, covers, paused)
    WHERE r.id = f.id`
}
