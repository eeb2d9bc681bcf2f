import { db } from '../db'
import { Prisma } from '../generated/prisma/client'
import { monthsOfSpans } from './months'
import { remembered } from './remembered'
import { type ClickQuestion, type ClickScope, findClickScope } from './scope'
import { findPreviousSpan, type Span } from './span'
import { clicksOf } from './totals'

/** `name` is null where the catalogue doesn't know the id; `previous` is null where there is no period before. */
export type ProductRank = {
  id: number
  name: string | null
  variation: string | null
  imageUrl: string | null
  count: number
  previous: number | null
}

/** At most `limit` of each: the most clicked, and those that rose or fell most, in clicks. */
export type ProductRanking = { top: ProductRank[]; rising: ProductRank[]; falling: ProductRank[] }

type Ranks = { list: keyof ProductRanking; id: string; count: number; previous: number }[]

/** Which products are asked for most, and which rise or fall against the period before. */
export async function rankProducts({
  filters,
  timeZone,
  now,
  limit,
}: ClickQuestion & { now: Date; limit: number }): Promise<ProductRanking> {
  const scope = await findClickScope({ filters, timeZone })
  if (!scope) return { top: [], rising: [], falling: [] }
  const previous = findPreviousSpan({ filters, timeZone, now })
  const ranks = await remembered({
    name: `top ${limit}`,
    scope,
    previous,
    ask: () => selectRanks(scope, previous, limit),
  })
  const products = await findProducts(ranks.map(({ id }) => BigInt(id)))
  const of = (list: keyof ProductRanking) =>
    ranks
      .filter(rank => rank.list === list)
      .map(rank => {
        const product = products.get(Number(rank.id))
        return {
          id: Number(rank.id),
          name: product?.name ?? null,
          variation: product?.variation ?? null,
          imageUrl: product?.imageUrl ?? null,
          count: rank.count,
          previous: previous && rank.previous,
        }
      })
  return { top: of('top'), rising: of('rising'), falling: of('falling') }
}

async function selectRanks(scope: ClickScope, previous: Span | null, limit: number): Promise<Ranks> {
  const list = (name: keyof ProductRanking, where: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`(
    SELECT ${name} AS list, product_id, count, previous FROM ranked WHERE ${where}
    ORDER BY ${order}, product_id LIMIT ${limit})`
  const changes = previous
    ? Prisma.sql`UNION ALL ${list('rising', Prisma.sql`count > previous`, Prisma.sql`count - previous DESC`)}
        UNION ALL ${list('falling', Prisma.sql`count < previous`, Prisma.sql`count - previous`)}`
    : Prisma.empty
  // By bitmap each page is visited once: in the order of the index each row is a visit, and the whole takes half as long again.
  const [, ranks] = await db().$transaction([
    db().$executeRaw`SET LOCAL enable_indexscan = off`,
    // The ids become text last, for the few that are listed.
    db().$queryRaw<Ranks>`
      WITH ranked AS MATERIALIZED (
        SELECT product_id, sum(count)::int AS count, sum(previous)::int AS previous
        FROM ${clicksOn(scope, previous)} AS both_periods GROUP BY product_id
      )
      SELECT list, product_id::text AS id, count, previous
      FROM (${list('top', Prisma.sql`count > 0`, Prisma.sql`count DESC`)} ${changes}) AS lists`,
  ])
  return ranks
}

/** Clicks that name a product, during the period and before: from the totals of months where those can answer. */
function clicksOn(scope: ClickScope, previous: Span | null): Prisma.Sql {
  const onProduct = Prisma.sql`product_id > 0`
  const columns = Prisma.sql`product_id`
  const { products } = scope.months
  const nowhere = { start: scope.end, end: scope.end }
  if (products?.countsAll) {
    const spans = { count: scope, previous: previous ?? nowhere }
    const conditions = [...products.conditions, onProduct]
    return monthsOfSpans('click_product_months', spans, { columns, conditions })
  }
  const clicks = (span: Span) => clicksOf([...scope.counting, onProduct], span, columns)
  return Prisma.sql`(
    SELECT product_id, count, 0 AS previous FROM ${clicks(scope)}
    UNION ALL SELECT product_id, 0, count FROM ${clicks(previous ?? nowhere)})`
}

async function findProducts(ids: bigint[]) {
  const rows = await db().product.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, variation: true, imageUrl: true },
  })
  return new Map(rows.map(row => [Number(row.id), row]))
}
