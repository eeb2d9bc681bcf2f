import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'
import { type Actor, changing } from '../history/changing'
import { demoStore } from './shop'

export type DemoCounts = {
  products: number
  categories: number
  rules: number
  numbers: number
  orders: number
  clicks: number
}

/** Deleting many clicks takes a while. */
const patient = { maxWait: 10_000, timeout: 120_000 }

/** What `removeDemo` would remove now. */
export async function countDemo(): Promise<DemoCounts> {
  return db().$transaction(async transaction => {
    await chooseDoomed(transaction)
    return countDoomed(transaction)
  }, patient)
}

/**
 * Removes the demo shop, all or nothing: its products, categories, numbers, every rule that goes with a demo category
 * or sends to a demo number (nobody answers one), and the orders and clicks that came of it. What the merchant made
 * stays; a demo category or product that it hangs on stays too and becomes the merchant's own. The store's name,
 * currency, locale and time zone go back to neutral where they are still the demo's. Safe to call twice.
 */
export async function removeDemo(actor: Actor): Promise<DemoCounts> {
  return changing(
    actor,
    async transaction => {
      await chooseDoomed(transaction)
      const counts = await countDoomed(transaction)
      await resetSettings(transaction)
      await removeDoomed(transaction)
      return counts
    },
    patient,
  )
}

/** Writes down what goes, in tables of this transaction's own. */
async function chooseDoomed(transaction: Prisma.TransactionClient): Promise<void> {
  await transaction.$executeRaw`
    CREATE TEMP TABLE doomed_products ON COMMIT DROP AS
    SELECT id FROM products p WHERE is_demo
      AND NOT EXISTS (SELECT FROM products own WHERE own.parent_id = p.id AND NOT own.is_demo)`
  // A category is needed by the products that stay, and by the categories below it that stay.
  await transaction.$executeRaw`
    CREATE TEMP TABLE doomed_categories ON COMMIT DROP AS
    WITH RECURSIVE needed AS (
      SELECT id, parent_id FROM categories c WHERE NOT is_demo OR EXISTS (
        SELECT FROM product_categories pc WHERE pc.category_id = c.id
          AND pc.product_id NOT IN (SELECT id FROM doomed_products))
      UNION
      SELECT parent.id, parent.parent_id FROM categories parent JOIN needed ON needed.parent_id = parent.id
    )
    SELECT id FROM categories WHERE is_demo AND id NOT IN (SELECT id FROM needed)`
  await transaction.$executeRaw`
    CREATE TEMP TABLE doomed_numbers ON COMMIT DROP AS SELECT id FROM numbers WHERE is_demo`
  await transaction.$executeRaw`
    CREATE TEMP TABLE doomed_rules ON COMMIT DROP AS
    SELECT id FROM routing_rules WHERE category_id IN (SELECT id FROM doomed_categories)
      OR number_id IN (SELECT id FROM doomed_numbers)`
  // An order for nothing but demo products is a try, whoever it went to.
  await transaction.$executeRaw`
    CREATE TEMP TABLE doomed_orders ON COMMIT DROP AS
    SELECT id FROM orders o WHERE number_id IN (SELECT id FROM doomed_numbers) OR (
      EXISTS (SELECT FROM order_items WHERE order_id = o.id) AND NOT EXISTS (
        SELECT FROM order_items WHERE order_id = o.id
          AND product_id NOT IN (SELECT id FROM doomed_products)))`
  await transaction.$executeRaw`
    CREATE TEMP TABLE doomed_clicks ON COMMIT DROP AS
    SELECT id FROM click_events WHERE number_id IN (SELECT id FROM doomed_numbers)
      OR product_id IN (SELECT id FROM doomed_products)`
}

async function countDoomed(transaction: Prisma.TransactionClient): Promise<DemoCounts> {
  const [counts] = await transaction.$queryRaw<DemoCounts[]>`
    SELECT (SELECT count(*)::int FROM doomed_products JOIN products USING (id) WHERE parent_id IS NULL) AS products,
      (SELECT count(*)::int FROM doomed_categories) AS categories,
      (SELECT count(*)::int FROM doomed_rules JOIN routing_rules USING (id) WHERE archived_at IS NULL) AS rules,
      (SELECT count(*)::int FROM doomed_numbers) AS numbers,
      (SELECT count(*)::int FROM doomed_orders) AS orders,
      (SELECT count(*)::int FROM doomed_clicks) AS clicks`
  if (!counts) throw new Error('Counting the demo data gave no row')
  return counts
}

async function resetSettings(transaction: Prisma.TransactionClient): Promise<void> {
  await transaction.$executeRaw`
    UPDATE settings SET default_number_id = NULL, updated_at = now()
    WHERE default_number_id IN (SELECT id FROM doomed_numbers)`
  await transaction.settings.updateMany({
    where: { storeName: demoStore.storeName },
    data: { storeName: 'My shop', currency: 'USD', locale: 'en-US', timeZone: 'UTC' },
  })
  // A merchant who shows their own catalogue in the store, long after the demo went, keeps it.
  await transaction.$executeRaw`
    UPDATE settings SET demo_store_enabled = false, updated_at = now()
    WHERE demo_store_enabled AND EXISTS (SELECT FROM doomed_numbers)`
}

async function removeDoomed(transaction: Prisma.TransactionClient): Promise<void> {
  await transaction.$executeRaw`DELETE FROM click_events WHERE id IN (SELECT id FROM doomed_clicks)`
  await transaction.$executeRaw`DELETE FROM orders WHERE id IN (SELECT id FROM doomed_orders)`
  await transaction.$executeRaw`DELETE FROM routing_rules WHERE id IN (SELECT id FROM doomed_rules)`
  // Parents and children refer to each other with RESTRICT, which looks row by row: cut the ties first.
  await transaction.$executeRaw`
    UPDATE products SET parent_id = NULL WHERE id IN (SELECT id FROM doomed_products) AND parent_id IS NOT NULL`
  await transaction.$executeRaw`DELETE FROM products WHERE id IN (SELECT id FROM doomed_products)`
  await transaction.$executeRaw`
    UPDATE categories SET parent_id = NULL WHERE id IN (SELECT id FROM doomed_categories) AND parent_id IS NOT NULL`
  await transaction.$executeRaw`DELETE FROM categories WHERE id IN (SELECT id FROM doomed_categories)`
  await transaction.$executeRaw`DELETE FROM numbers WHERE id IN (SELECT id FROM doomed_numbers)`
  await transaction.product.updateMany({ where: { isDemo: true }, data: { isDemo: false } })
  await transaction.category.updateMany({ where: { isDemo: true }, data: { isDemo: false } })
}
