import { addDays, startOfDay } from '../clicks/periods'
import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import type { ChangeAction, ChangeEntity } from '../generated/prisma/enums'
import type { ChangeQuery } from './change-query'
import { describeChange, type FactChange } from './describe-change'

export type ListedChange = {
  id: string
  at: Date
  /** Null: the app itself or plain SQL. */
  actor: string | null
  entity: ChangeEntity
  entityId: number
  /** What it was called at the time. */
  label: string
  action: ChangeAction
  facts: FactChange[]
}

export type ChangePage = {
  changes: ListedChange[]
  /** What `before` and `after` take to turn the page; null where there is none. */
  newer: string | null
  older: string | null
}

type Row = Omit<ListedChange, 'id' | 'entityId' | 'facts'> & {
  id: bigint
  entityId: bigint
  before: unknown
  after: unknown
}

/** A page of the history, newest first, stable while changes arrive. `timeZone` is the shop's: days begin there. */
export async function listChanges(options: {
  query: ChangeQuery
  timeZone: string
  limit: number
}): Promise<ChangePage> {
  const { query, timeZone, limit } = options
  const backwards = query.before !== undefined && query.after === undefined
  const found = await db().$queryRaw<Row[]>`
    SELECT id, at, actor_email AS actor, entity::text AS entity, entity_id AS "entityId", label,
      action::text AS action, before, after
    FROM changes WHERE ${matching(query, timeZone)} AND ${beyond(query)}
    ORDER BY id ${backwards ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${limit + 1}`
  const more = found.length > limit
  // Nothing newer is left: show the first page, full.
  if (backwards && !more) return listChanges({ ...options, query: { ...query, before: undefined } })
  const rows = found.slice(0, limit)
  if (backwards) rows.reverse()
  const older = backwards || more ? (rows.at(-1)?.id ?? null) : null
  const newer = backwards || query.after !== undefined ? (rows[0]?.id ?? null) : null
  return { changes: rows.map(present), newer: newer?.toString() ?? null, older: older?.toString() ?? null }
}

/** Who ever changed something, by e-mail, to choose from. */
export async function listActors(): Promise<string[]> {
  const rows = await db().change.findMany({
    where: { actorEmail: { not: null } },
    distinct: 'actorEmail',
    select: { actorEmail: true },
    orderBy: { actorEmail: 'asc' },
  })
  return rows.flatMap(row => row.actorEmail ?? [])
}

function present({ before, after, ...row }: Row): ListedChange {
  const facts = describeChange({ before, after, action: row.action })
  return { ...row, id: row.id.toString(), entityId: Number(row.entityId), facts }
}

function matching({ q, what, id, who, from, until }: ChangeQuery, timeZone: string): Prisma.Sql {
  const parts = [Prisma.sql`true`]
  for (const word of q.replaceAll('\0', ' ').split(/\s+/).filter(Boolean).slice(0, 10)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    parts.push(Prisma.sql`concat_ws(' ', label, actor_email) ILIKE ${pattern}`)
  }
  if (what) parts.push(Prisma.sql`entity = ${what}::change_entity`)
  if (what && id !== undefined) parts.push(Prisma.sql`entity_id = ${id}`)
  if (who === 'system') parts.push(Prisma.sql`actor_email IS NULL`)
  else if (who) parts.push(Prisma.sql`actor_email = ${who}`)
  if (from) parts.push(Prisma.sql`at >= ${startOfDay(from, timeZone)}`)
  if (until) parts.push(Prisma.sql`at < ${startOfDay(addDays(until, 1), timeZone)}`)
  return Prisma.join(parts, ' AND ')
}

function beyond({ after, before }: ChangeQuery): Prisma.Sql {
  if (after !== undefined) return Prisma.sql`id < ${after}`
  return before === undefined ? Prisma.sql`true` : Prisma.sql`id > ${before}`
}
