import type { Prisma, PrismaClient } from '../generated/prisma/client'
import { type DemoCategory, demoBackups, demoCategories, demoNumbers, demoProducts, demoStore } from './shop'

/** Prisma gives up after 5 s otherwise, and a first start shares its machine with a build. */
const slowMachine = { maxWait: 60_000, timeout: 60_000 }

/** So that two instances that start together do not both fill the shop. */
const seedLock = 7_401_633

/**
 * Fills a store that has never had anything in it with the demo shop; true if it did. Once the demo is removed it
 * stays away: the sequence of the number ids remembers that there was one.
 */
export async function seedDemo(db: PrismaClient): Promise<boolean> {
  return db.$transaction(async transaction => {
    await transaction.$queryRaw`SELECT pg_advisory_xact_lock(${seedLock}::bigint)::text`
    if (!(await isUntouched(transaction))) return false
    const numbers = await createNumbers(transaction)
    const categories = await createCategories(transaction)
    await createRules(transaction, { numbers, categories })
    await createProducts(transaction, categories)
    await transaction.settings.update({
      where: { id: 1 },
      data: { ...demoStore, demoStoreEnabled: true, defaultNumberId: numbers.get('counter') },
    })
    return true
  }, slowMachine)
}

async function isUntouched(transaction: Prisma.TransactionClient): Promise<boolean> {
  const [row] = await transaction.$queryRaw<{ untouched: boolean }[]>`
    SELECT pg_sequence_last_value(pg_get_serial_sequence('numbers', 'id')::regclass) IS NULL
      AND NOT EXISTS (SELECT FROM numbers) AND NOT EXISTS (SELECT FROM products) AS untouched`
  return row?.untouched ?? false
}

async function createNumbers(transaction: Prisma.TransactionClient): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [key, number] of Object.entries(demoNumbers)) {
    const { id } = await transaction.number.create({
      data: { ...number, isDemo: true },
      select: { id: true },
    })
    ids.set(key, id)
  }
  for (const [key, backup] of Object.entries(demoBackups)) {
    await transaction.number.update({
      where: { id: ids.get(key) },
      data: { backupNumberId: ids.get(backup) },
    })
  }
  return ids
}

async function createCategories(transaction: Prisma.TransactionClient): Promise<Map<DemoCategory, number>> {
  const ids = new Map<DemoCategory, number>()
  for (const [position, { name, parent }] of demoCategories.entries()) {
    const parentId = parent === null ? null : ids.get(parent)
    const data = { name, parentId, position, isDemo: true }
    const { id } = await transaction.category.create({ data, select: { id: true } })
    ids.set(name, id)
  }
  return ids
}

async function createRules(
  transaction: Prisma.TransactionClient,
  { numbers, categories }: { numbers: Map<string, number>; categories: Map<DemoCategory, number> },
): Promise<void> {
  const data = demoCategories.flatMap(({ name, rule, ...more }) => {
    const numberId = rule === null ? undefined : numbers.get(rule)
    const categoryId = categories.get(name)
    return numberId && categoryId ? [{ numberId, categoryId, coversSubcategories: 'covers' in more }] : []
  })
  await transaction.routingRule.createMany({ data })
}

async function createProducts(
  transaction: Prisma.TransactionClient,
  categories: Map<DemoCategory, number>,
): Promise<void> {
  await transaction.product.createMany({
    data: demoProducts.map(({ id, sku, name, price, image }) => ({
      ...rowOf({ id, sku, name, price, image }),
    })),
  })
  await transaction.product.createMany({
    data: demoProducts.flatMap(parent =>
      (parent.variations ?? []).map(({ variation, ...own }) => ({
        ...rowOf({ ...own, name: `${parent.name} - ${variation}` }),
        variation,
        parentId: BigInt(parent.id),
      })),
    ),
  })
  await transaction.productCategory.createMany({
    data: demoProducts.flatMap(({ id, categories: names }) =>
      names.flatMap((name, position) => {
        const categoryId = categories.get(name)
        return categoryId ? [{ productId: BigInt(id), categoryId, position }] : []
      }),
    ),
  })
}

function rowOf(product: { id: number; sku: string; name: string; price: string | null; image: string }) {
  const { id, image, ...own } = product
  return {
    ...own,
    id: BigInt(id),
    currency: demoStore.currency,
    imageUrl: `/demo/${image}.svg`,
    isDemo: true,
  }
}
