import { db } from '../db'
import { DeviceType, PageType, Prisma } from '../generated/prisma/client'
import { deviceLabel, pageTypeLabel } from './words'

type NumberText = { id: number; digits: string; label: string }

/** Beyond this many matching products their ids are not carried to and fro; Postgres then joins them itself. */
const MAX_IDS = 5_000

/**
 * SQL conditions on `click_events` for what was typed; every word must match. A word matches a product's name,
 * variation or SKU, its exact id, the page type's or device's label, or a number's label or digits (four or more).
 * Products are looked up first: a LIKE across the join took 25 s on ten million clicks.
 * Null: nothing can match.
 */
export async function findSearchConditions(q: string): Promise<Prisma.Sql[] | null> {
  if (q === '') return []
  const [words, numbers] = await Promise.all([foldWords(q), listNumberTexts()])
  const named: string[] = []
  const conditions: Promise<Prisma.Sql | null>[] = []
  for (const word of words) {
    const alternatives = matchLabels(word, numbers)
    if (alternatives.length === 0) named.push(word)
    else
      conditions.push(
        findProductCondition([word]).then(
          products =>
            Prisma.sql`(${Prisma.join(products ? [...alternatives, products] : alternatives, ' OR ')})`,
        ),
      )
  }
  if (named.length > 0) conditions.push(findProductCondition(named))
  const found = (await Promise.all(conditions)).filter(condition => condition !== null)
  return found.length === conditions.length ? found : null
}

/** Lower case without accents, by the same Postgres functions that keep `products.search_text`. */
async function foldWords(q: string): Promise<string[]> {
  const isPhone = /^\+?[\d\s().-]+$/.test(q) && q.replace(/\D/g, '').length >= 7
  const words = isPhone ? [q.replace(/\D/g, '')] : q.split(/\s+/)
  const rows = await db().$queryRaw<{ word: string }[]>`
    SELECT DISTINCT lower(unaccent(word)) AS word FROM unnest(${words}::text[]) AS word`
  return rows.map(row => row.word).filter(Boolean)
}

async function listNumberTexts(): Promise<NumberText[]> {
  return db().$queryRaw<NumberText[]>`SELECT id, digits, lower(unaccent(label)) AS label FROM numbers`
}

function matchLabels(word: string, numbers: NumberText[]): Prisma.Sql[] {
  const has = (label: string) => label.toLowerCase().split(' ').includes(word)
  const pageTypes = Object.values(PageType).filter(type => has(pageTypeLabel(type)))
  const devices = Object.values(DeviceType).filter(type => has(deviceLabel(type)))
  const digits = /^\+?\d+$/.test(word) ? word.replace('+', '') : null
  const numberIds = numbers
    .filter(({ label, digits: number }) =>
      digits === null
        ? label.includes(word)
        : label.split(/\D+/).includes(digits) || (digits.length >= 4 && number.includes(digits)),
    )
    .map(number => number.id)
  return [
    ...pageTypes.map(type => Prisma.sql`page_type = ${type}::page_type`),
    ...devices.map(type => Prisma.sql`device_type = ${type}::device_type`),
    ...(numberIds.length > 0 ? [Prisma.sql`number_id = ANY(${numberIds}::int[])`] : []),
  ]
}

/** Clicks on products that match all words, or null when there can be none. */
async function findProductCondition(words: string[]): Promise<Prisma.Sql | null> {
  const matching = Prisma.sql`
    SELECT id FROM products WHERE ${Prisma.join(words.map(matchProduct), ' AND ')}`
  const rows = await db().$queryRaw<{ id: bigint }[]>`${matching} LIMIT ${MAX_IDS + 1}`
  if (rows.length > MAX_IDS) return Prisma.sql`product_id IN (${matching})`
  const ids = rows.map(row => row.id)
  // A click may carry an id the catalogue doesn't know, and 0 is the floating button.
  if (words.length === 1) ids.push(...words.flatMap(readId))
  return ids.length === 0 ? null : Prisma.sql`product_id = ANY(${ids}::bigint[])`
}

function matchProduct(word: string): Prisma.Sql {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const [id] = readId(word)
  if (id === undefined) return Prisma.sql`search_text LIKE ${pattern}`
  // search_text holds the id too, but 12 must not find product 4120; in a name it finds "12 cm" and "1200 W".
  return Prisma.sql`search_text LIKE ${pattern}
    AND (id = ${id} OR concat_ws(' ', name, variation, sku) ~ ${`(^|[^0-9])${word}`})`
}

function readId(word: string): bigint[] {
  return /^\d{1,16}$/.test(word) && Number.isSafeInteger(Number(word)) ? [BigInt(word)] : []
}
