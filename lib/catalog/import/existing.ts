import type { Prisma, PrismaClient } from '../../generated/prisma/client'
import type { ExistingCatalogue, ExistingProduct } from './plan'
import { canonicalPrice } from './price-style'
import type { ImportRow } from './row'

const BATCH = 5_000

type StoredRow = Omit<ExistingProduct, 'id' | 'parentId'> & { id: bigint; parentId: bigint | null }

/** What the catalogue holds of the products a file names (by id, or by SKU or id as a parent), and the category tree. */
export async function readExisting(
  client: PrismaClient | Prisma.TransactionClient,
  rows: ImportRow[],
): Promise<ExistingCatalogue> {
  const ids = new Set<number>()
  const skus = new Set<string>()
  for (const { id, parent } of rows) {
    ids.add(id)
    if (parent && 'id' in parent) ids.add(parent.id)
    else if (parent) {
      skus.add(parent.sku)
      if (/^\d{1,15}$/.test(parent.sku)) ids.add(Number(parent.sku))
    }
  }
  const products = new Map<number, ExistingProduct>()
  const keep = (found: StoredRow[]) => {
    for (const row of found) {
      const id = Number(row.id)
      const parentId = row.parentId === null ? null : Number(row.parentId)
      products.set(id, { ...row, id, parentId, price: row.price && canonicalPrice(row.price) })
    }
  }
  const wanted = [...ids].filter(id => Number.isSafeInteger(id)).map(BigInt)
  for (let from = 0; from < wanted.length; from += BATCH) {
    keep(await readProducts(client, wanted.slice(from, from + BATCH), []))
  }
  const names = [...skus]
  for (let from = 0; from < names.length; from += BATCH) {
    keep(await readProducts(client, [], names.slice(from, from + BATCH)))
  }
  const categories = await client.category.findMany({
    select: { id: true, parentId: true, name: true, archivedAt: true, isDemo: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return {
    products: [...products.values()],
    categories: categories.map(({ archivedAt, ...category }) => ({
      ...category,
      archived: archivedAt !== null,
    })),
  }
}

function readProducts(
  client: PrismaClient | Prisma.TransactionClient,
  ids: bigint[],
  skus: string[],
): Promise<StoredRow[]> {
  return client.$queryRaw<StoredRow[]>`
    select p.id, p.parent_id as "parentId", p.sku, p.name, p.variation, p.price::text as price, p.url,
      p.image_url as "imageUrl", p.archived_at is not null as archived, p.is_demo as "isDemo",
      exists (select 1 from products v where v.parent_id = p.id) as "hasVariations",
      coalesce((select array_agg(c.category_id order by c.position)
        from product_categories c where c.product_id = p.id), '{}') as "categoryIds"
    from products p
    where p.id = any(${ids}::bigint[]) or p.sku = any(${skus}::text[])`
}
