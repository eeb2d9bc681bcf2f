import type { Prisma } from '../../generated/prisma/client'
import type { ImportPlan, PlannedProduct } from './plan'

type Transaction = Prisma.TransactionClient

const BATCH = 500
/**
 * After these batches Postgres looks how large the tables have become. Checks of references that were planned for a handful of
 * products read the whole table for each new one: 27 s instead of 3 for 20,000 (measured).
 */
const growthSteps = [0, 4 * BATCH]

/** Writes a plan within the caller's transaction, in batches, reporting after each how many products are written. */
export async function savePlan(
  tx: Transaction,
  plan: ImportPlan,
  onProgress: (written: number) => Promise<void>,
): Promise<void> {
  const ids = await saveCategories(tx, plan)
  const categoryId = (key: string) => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`No category for path ${JSON.stringify(key)}`)
    return id
  }
  // Parents come first in both lists; a new variation may belong to an old product and an old one to a new product.
  const products = [...plan.create, ...plan.update]
  const ordered = [
    ...products.filter(product => product.parentId === null),
    ...products.filter(product => product.parentId !== null),
  ]
  for (let from = 0; from < ordered.length; from += BATCH) {
    const batch = ordered.slice(from, from + BATCH)
    await upsertProducts(tx, batch)
    await replaceCategories(tx, batch, categoryId)
    if (growthSteps.includes(from)) await tx.$executeRaw`analyze products, product_categories`
    await onProgress(from + batch.length)
  }
}

/** Creates and restores categories, parents first. Answers the ids of all the file's paths by key. */
async function saveCategories(
  tx: Transaction,
  { categories, known }: ImportPlan,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [key, { id }] of known) if (id !== null) ids.set(key, id)
  const { _max } = await tx.category.aggregate({ _max: { position: true } })
  let position = (_max.position ?? 0) + 1
  for (const { id, key, parentKey, name } of categories) {
    if (id !== null) {
      await tx.category.update({ where: { id }, data: { archivedAt: null, isDemo: false } })
      continue
    }
    const parentId = parentKey === null ? null : (ids.get(parentKey) ?? null)
    const created = await tx.category.create({
      data: { name, parentId, position: position++ },
      select: { id: true },
    })
    ids.set(key, created.id)
  }
  return ids
}

/** A file knows no currency: the store's is meant, which null stands for. */
async function upsertProducts(tx: Transaction, batch: PlannedProduct[]): Promise<void> {
  const column = <K extends keyof PlannedProduct>(key: K) => batch.map(product => product[key])
  await tx.$executeRaw`
    insert into products (id, parent_id, sku, name, variation, price, url, image_url, updated_at)
    select * , now() from unnest(
      ${batch.map(product => BigInt(product.id))}::bigint[],
      ${batch.map(product => (product.parentId === null ? null : BigInt(product.parentId)))}::bigint[],
      ${column('sku')}::text[], ${column('name')}::text[], ${column('variation')}::text[],
      ${column('price')}::numeric[], ${column('url')}::text[], ${column('imageUrl')}::text[]
    )
    on conflict (id) do update set
      parent_id = excluded.parent_id, sku = excluded.sku, name = excluded.name, variation = excluded.variation,
      price = excluded.price, url = excluded.url, image_url = excluded.image_url,
      currency = case when products.is_demo then null else products.currency end,
      is_demo = false, archived_at = null, updated_at = now()`
}

async function replaceCategories(
  tx: Transaction,
  batch: PlannedProduct[],
  categoryId: (key: string) => number,
): Promise<void> {
  const touched = batch.filter(product => product.categories !== null)
  if (touched.length === 0) return
  await tx.$executeRaw`
    delete from product_categories where product_id = any(${touched.map(product => BigInt(product.id))}::bigint[])`
  const links = touched.flatMap(product =>
    (product.categories ?? []).map((key, position) => ({
      id: BigInt(product.id),
      category: categoryId(key),
      position,
    })),
  )
  if (links.length === 0) return
  await tx.$executeRaw`
    insert into product_categories (product_id, category_id, position)
    select * from unnest(
      ${links.map(link => link.id)}::bigint[], ${links.map(link => link.category)}::int[],
      ${links.map(link => link.position)}::smallint[]
    )`
}
