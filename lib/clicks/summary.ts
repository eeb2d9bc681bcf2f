import { db } from '../db'
import { type DeviceType, type PageType, Prisma, type VisitorKind } from '../generated/prisma/client'
import { type BucketUnit, buildBuckets, dayAt } from './periods'
import { type ClickQuestion, findClickScope, whereClicks } from './questions'

type Share<T> = T & { count: number }

/** Every list but `products` adds up to `total`; all of it comes from one snapshot. Shares: largest first. */
export type ClickSummary = {
  total: number
  unit: BucketUnit
  /** Zero-filled, oldest first; a bucket ends where the next starts. */
  trend: Share<{ start: Date }>[]
  /** Where the last bucket ends. */
  end: Date
  pageTypes: Share<{ pageType: PageType }>[]
  devices: Share<{ deviceType: DeviceType }>[]
  kinds: Share<{ kind: VisitorKind }>[]
  /** `id` and `digits` null: there was no number to send it to. */
  numbers: Share<{ id: number | null; digits: string | null; label: string }>[]
  /** The most clicked ones, at most `TOP_PRODUCTS`. */
  products: Share<{ id: number; name: string | null; imageUrl: string | null }>[]
}

const TOP_PRODUCTS = 6

/** What the clicks that match the filters add up to. */
export async function summarizeClicks({ filters, timeZone }: ClickQuestion): Promise<ClickSummary> {
  const [scope, from] = await Promise.all([
    findClickScope({ filters, timeZone }),
    filters.from ?? findFirstDay(timeZone),
  ])
  const { to } = filters
  const { unit, starts, end } = buildBuckets({ from: from && from < to ? from : to, to, timeZone })
  const facets = scope ? await selectFacets(whereClicks(scope), starts) : []
  return { unit, end, ...(await nameFacets(facets, starts)) }
}

async function findFirstDay(timeZone: string): Promise<string | null> {
  const first = await db().clickEvent.findFirst({
    orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
    select: { occurredAt: true },
  })
  return first && dayAt(first.occurredAt, timeZone)
}

type Facet = {
  bucket: number | null
  pageType: PageType | null
  deviceType: DeviceType | null
  kind: VisitorKind | null
  numberId: number | null
  productId: bigint | null
  /** Which of the columns above this row counts. */
  facet: 'bucket' | 'pageType' | 'deviceType' | 'kind' | 'numberId' | 'productId'
  count: number
}

/**
 * One statement, so that all figures are of one moment. The clicks are first folded into a few thousand cells,
 * which every facet but the products adds up; GROUPING SETS over the clicks themselves sorts them instead.
 */
async function selectFacets(where: Prisma.Sql, starts: Date[]): Promise<Facet[]> {
  const facet = (name: Facet['facet']) => {
    const column = (own: Facet['facet'], type: string) =>
      Prisma.raw(own === name ? `"${own}"` : `NULL::${type} AS "${own}"`)
    return Prisma.sql`SELECT ${column('bucket', 'int')}, ${column('pageType', 'page_type')},
      ${column('deviceType', 'device_type')}, ${column('kind', 'visitor_kind')}, ${column('numberId', 'int')},
      ${column('productId', 'bigint')}, ${name} AS facet, sum(count)::int AS count
      FROM ${name === 'productId' ? Prisma.sql`tops` : Prisma.sql`cells`} GROUP BY ${Prisma.raw(`"${name}"`)}`
  }
  return db().$queryRaw<Facet[]>`
    WITH cells AS (
      SELECT width_bucket(occurred_at, ${starts}::timestamptz[]) AS bucket, page_type AS "pageType",
        device_type AS "deviceType", visitor_kind AS kind, number_id AS "numberId", count(*) AS count
      FROM click_events WHERE ${where} GROUP BY 1, 2, 3, 4, 5
    ), tops AS (
      SELECT product_id AS "productId", count(*) AS count
      FROM click_events WHERE ${where} AND product_id > 0 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${TOP_PRODUCTS}
    )
    ${facet('bucket')} UNION ALL ${facet('pageType')} UNION ALL ${facet('deviceType')}
    UNION ALL ${facet('kind')} UNION ALL ${facet('numberId')} UNION ALL ${facet('productId')}
    ORDER BY count DESC, "productId", "numberId"`
}

async function nameFacets(facets: Facet[], starts: Date[]): Promise<Omit<ClickSummary, 'unit' | 'end'>> {
  const of = (facet: Facet['facet']) => facets.filter(row => row.facet === facet)
  const [numbers, products] = await Promise.all([
    findNumbers(of('numberId').flatMap(row => row.numberId ?? [])),
    findProducts(of('productId').flatMap(row => row.productId ?? [])),
  ])
  // A click from before the first bucket (one that a spool brought late) counts in the first.
  const trend = starts.map(start => ({ start, count: 0 }))
  for (const { bucket, count } of of('bucket')) {
    const cell = trend[Math.max(0, (bucket ?? 0) - 1)]
    if (cell) cell.count += count
  }
  return {
    total: trend.reduce((sum, { count }) => sum + count, 0),
    trend,
    pageTypes: of('pageType').flatMap(({ pageType, count }) => (pageType ? [{ pageType, count }] : [])),
    devices: of('deviceType').flatMap(({ deviceType, count }) => (deviceType ? [{ deviceType, count }] : [])),
    kinds: of('kind').flatMap(({ kind, count }) => (kind ? [{ kind, count }] : [])),
    numbers: of('numberId').map(({ numberId, count }) => {
      const number = numberId === null ? undefined : numbers.get(numberId)
      return { id: numberId, digits: number?.digits ?? null, label: number?.label ?? '', count }
    }),
    products: of('productId').flatMap(({ productId, count }) => {
      if (productId === null) return []
      const product = products.get(productId)
      return [
        { id: Number(productId), name: product?.name ?? null, imageUrl: product?.imageUrl ?? null, count },
      ]
    }),
  }
}

async function findNumbers(ids: number[]) {
  const rows = await db().number.findMany({
    where: { id: { in: ids } },
    select: { id: true, digits: true, label: true },
  })
  return new Map(rows.map(row => [row.id, row]))
}

async function findProducts(ids: bigint[]) {
  const rows = await db().product.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, imageUrl: true },
  })
  return new Map(rows.map(row => [row.id, row]))
}
