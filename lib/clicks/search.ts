import { findSubtree } from '../catalog/category-tree'
import { db } from '../db'
import { DeviceType, PageType, Prisma } from '../generated/prisma/client'
import { isDialled } from '../whatsapp/number'
import { deviceLabel, pageTypeLabel } from './words'

/** Product ids as one text, `{1,2}`: thousands of them are read and sent as fast as one. */
export type ProductIds = { ids: string; count: number }

/**
 * The rows of one index that start with these values of `column`; the time and the id follow in it. `covers`: the one
 * condition of the scope that says no more than the slice does.
 */
export type Slice = { column: SliceColumn; values: Prisma.Sql; count: number; covers?: Prisma.Sql }
type SliceColumn = 'product_id' | 'number_id' | 'reason' | 'visitor_kind'

/** SQL conditions on clicks, all of them to be met, and where in the indexes the matches are, if it is known. */
export type Search = {
  conditions: Prisma.Sql[]
  slices: Slice[]
  /** Nothing but the product decides whether a click matches, and it is one. */
  isOnProducts: boolean
}

type NumberText = { id: number; digits: string; label: string }
type CategoryText = { id: number; parentId: number | null; name: string }
type Names = { numbers: NumberText[]; categories: CategoryText[] }

/**
 * What was typed, as conditions on clicks; every word must match. A word matches a product's name, variation or SKU,
 * its exact id, the name of a category it is in or below, the page type's or device's label, or a number's label or
 * digits (four or more). What looks like a phone number is one word, and matches a number that is dialled like that, too.
 * Products are looked up first: a LIKE across the join took 25 s on ten million clicks.
 * Null: nothing can match.
 */
export async function findSearch(q: string): Promise<Search | null> {
  if (q === '') return { conditions: [], slices: [], isOnProducts: true }
  const [words, names] = await Promise.all([foldWords(q), listNames()])
  const labelled = words.map(word => ({
    word,
    labels: matchLabels(word, names.numbers, isPhone(q) ? q : null),
  }))
  const named = labelled.filter(({ labels }) => labels.length === 0).map(({ word }) => word)
  const mixed = labelled.filter(({ labels }) => labels.length > 0)
  const [products, ...alternatives] = await Promise.all([
    named.length > 0 ? findProducts(named, names.categories) : null,
    ...mixed.map(({ word }) => findProducts([word], names.categories)),
  ])
  if (products?.count === 0) return null
  const conditions = mixed.map(({ labels }, index) => anyOf(labels, alternatives[index] ?? noProducts))
  // 0 is the floating button, which totals of products leave out.
  const isOnProducts = mixed.length === 0 && words.every(word => readId(word)[0] !== 0n)
  if (products) {
    const slice = productSlice(products)
    return { conditions: [slice.covers, ...conditions], slices: [slice], isOnProducts }
  }
  const slices = slicesOf(mixed[0]?.labels ?? [], alternatives[0] ?? noProducts)
  return { conditions, slices: slices.map(slice => ({ ...slice, covers: conditions[0] })), isOnProducts }
}

/** The products, variations among them, of these categories and all below. */
export async function findCategoryProducts(categoryIds: number[]): Promise<ProductIds> {
  const categories = await db().category.findMany({ select: { id: true, parentId: true } })
  return gatherIds(inCategories(categoryIds.flatMap(id => [...findSubtree(categories, id)])))
}

const noProducts: ProductIds = { ids: '{}', count: 0 }

type Label = { condition: Prisma.Sql; slice: Slice | null }

function anyOf(labels: Label[], products: ProductIds): Prisma.Sql {
  const conditions = labels.map(label => label.condition)
  return Prisma.sql`(${Prisma.join(products.count > 0 ? [...conditions, onProducts(products)] : conditions, ' OR ')})`
}

/** None where one of the labels has no index: then the whole period is looked through. */
function slicesOf(labels: Label[], products: ProductIds): Slice[] {
  const slices = labels.flatMap(label => label.slice ?? [])
  if (slices.length < labels.length) return []
  return products.count > 0 ? [...slices, productSlice(products)] : slices
}

/**
 * As a filter that is looked up in a hash table: IS TRUE keeps Postgres from making it bounds of an index (within a slice of
 * one product it would look up every other one) or a join, and the subquery from weighing each of thousands of ids (13 ms).
 */
const onProducts = ({ ids }: ProductIds) =>
  Prisma.sql`(product_id IN (SELECT unnest(${ids}::bigint[]))) IS TRUE`

/** The clicks on these products. */
export function productSlice(products: ProductIds) {
  const values = Prisma.sql`${products.ids}::bigint[]`
  return { column: 'product_id', values, count: products.count, covers: onProducts(products) } satisfies Slice
}

/** Lower case without accents, by the same Postgres functions that keep `products.search_text`. */
async function foldWords(q: string): Promise<string[]> {
  const words = isPhone(q) ? [q.replace(/\D/g, '')] : q.split(/\s+/)
  const rows = await db().$queryRaw<{ word: string }[]>`
    SELECT DISTINCT lower(unaccent(word)) AS word FROM unnest(${words}::text[]) AS word`
  return rows.map(row => row.word).filter(Boolean)
}

function isPhone(q: string): boolean {
  return /^\+?[\d\s().-]+$/.test(q) && q.replace(/\D/g, '').length >= 7
}

async function listNames(): Promise<Names> {
  const [numbers, categories] = await Promise.all([
    db().$queryRaw<NumberText[]>`SELECT id, digits, lower(unaccent(label)) AS label FROM numbers`,
    db().$queryRaw<CategoryText[]>`
      SELECT id, parent_id AS "parentId", lower(unaccent(name)) AS name FROM categories`,
  ])
  return { numbers, categories }
}

function matchLabels(word: string, numbers: NumberText[], phone: string | null): Label[] {
  const has = (label: string) => label.toLowerCase().split(' ').includes(word)
  const unindexed = (condition: Prisma.Sql): Label => ({ condition, slice: null })
  const pageTypes = Object.values(PageType).filter(type => has(pageTypeLabel(type)))
  const devices = Object.values(DeviceType).filter(type => has(deviceLabel(type)))
  const digits = /^\+?\d+$/.test(word) ? word.replace('+', '') : null
  const ids = numbers
    .filter(({ label, digits: number }) =>
      digits === null
        ? label.includes(word)
        : label.split(/\D+/).includes(digits) ||
          (digits.length >= 4 && number.includes(digits)) ||
          (phone !== null && isDialled(phone, number)),
    )
    .map(number => number.id)
  return [
    ...pageTypes.map(type => unindexed(Prisma.sql`page_type = ${type}::page_type`)),
    ...devices.map(type => unindexed(Prisma.sql`device_type = ${type}::device_type`)),
    ...(ids.length > 0 ? [onNumbers(ids)] : []),
  ]
}

function onNumbers(ids: number[]): Label {
  const values = Prisma.sql`${ids}::int[]`
  return {
    condition: Prisma.sql`number_id = ANY(${values})`,
    slice: { column: 'number_id', values, count: ids.length },
  }
}

/** The ids of the products that match all words. */
async function findProducts(words: string[], categories: CategoryText[]): Promise<ProductIds> {
  const matching = words.map(word => matchProduct(word, categories))
  const found = Prisma.join(
    matching.map(ids => Prisma.sql`(${ids})`),
    ' INTERSECT ',
  )
  // A click may carry an id the catalogue doesn't know, and 0 is the floating button.
  const typed = words.length === 1 ? words.flatMap(readId) : []
  return gatherIds(typed.length > 0 ? Prisma.sql`${found} UNION SELECT unnest(${typed}::bigint[])` : found)
}

/** The ids that a query gives as its one column. */
export async function gatherIds(query: Prisma.Sql): Promise<ProductIds> {
  const [row] = await db().$queryRaw<ProductIds[]>`
    SELECT coalesce(array_agg(id), '{}')::text AS ids, count(*)::int AS count FROM (${query}) AS found (id)`
  return row ?? noProducts
}

function matchProduct(word: string, categories: CategoryText[]): Prisma.Sql {
  const ids = categories
    .filter(category => category.name.includes(word))
    .flatMap(category => [...findSubtree(categories, category.id)])
  const byText = Prisma.sql`SELECT id FROM products WHERE ${matchText(word)}`
  return ids.length === 0 ? byText : Prisma.sql`${byText} UNION ${inCategories(ids)}`
}

function matchText(word: string): Prisma.Sql {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const [id] = readId(word)
  if (id === undefined) return Prisma.sql`search_text LIKE ${pattern}`
  // search_text holds the id too, but 12 must not find product 4120; in a name it finds "12 cm" and "1200 W".
  return Prisma.sql`search_text LIKE ${pattern}
    AND (id = ${id} OR concat_ws(' ', name, variation, sku) ~ ${`(^|[^0-9])${word}`})`
}

/** A variation is in its parent's categories. */
function inCategories(ids: number[]): Prisma.Sql {
  const members = Prisma.sql`SELECT product_id FROM product_categories WHERE category_id = ANY(${ids}::int[])`
  return Prisma.sql`${members} UNION SELECT id FROM products WHERE parent_id IN (${members})`
}

function readId(word: string): bigint[] {
  return /^\d{1,16}$/.test(word) && Number.isSafeInteger(Number(word)) ? [BigInt(word)] : []
}
