import { headerNames } from './header-names'

/** The fields a merchant can point at a column; attributes are found by name only. */
export const importFields = [
  'id',
  'type',
  'sku',
  'name',
  'published',
  'saleFrom',
  'saleUntil',
  'salePrice',
  'regularPrice',
  'categories',
  'images',
  'parent',
  'externalUrl',
  'url',
] as const

export type ImportField = (typeof importFields)[number]

/** Where a field's column is: `name` by its header, `position` guessed from its neighbours, `chosen` by the merchant. */
export type ColumnMap = {
  fields: Partial<Record<ImportField, { index: number; by: 'name' | 'position' | 'chosen' }>>
  attributes: number[]
}

/** A merchant's choice per field: a column's index, or null for "not in this file". */
export type ChosenColumns = Partial<Record<ImportField, number | null>>

const byName = new Map<string, ImportField | 'attribute'>()
for (const [field, names] of Object.entries(headerNames)) {
  const key = field === 'attribute' ? field : importFields.find(known => known === field)
  if (key) for (const name of names.split(' · ')) byName.set(headerKey(name), key)
}

/** The field a header names, in any language WooCommerce exports in; else null. */
function findField(header: string): ImportField | 'attribute' | null {
  return byName.get(headerKey(header)) ?? byName.get(headerKey(header).replace(/\d+/, '#')) ?? null
}

function headerKey(header: string): string {
  const key = header
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
  return key.trim().toLowerCase()
}

/** How many of a first record's cells are headers WooCommerce writes. */
export function countKnownHeaders(cells: string[]): number {
  return cells.filter(cell => findField(cell) !== null).length
}

export function isShopifyHeader(cells: string[]): boolean {
  const keys = new Set(cells.map(headerKey))
  const handle = keys.has('handle') || keys.has('url handle')
  return handle && (keys.has('title') || keys.has('variant price') || keys.has('option1 name'))
}

/**
 * Finds the columns: by header first; what is left by position among the first rows, because the exporter's order is the same
 * in every language; and a merchant's choice above both.
 */
export function mapColumns(header: string[], sample: string[][], chosen: ChosenColumns = {}): ColumnMap {
  const fields: ColumnMap['fields'] = {}
  const attributes: number[] = []
  header.forEach((cell, index) => {
    const field = findField(cell)
    if (field === 'attribute') attributes.push(index)
    else if (field && !fields[field]) fields[field] = { index, by: 'name' }
  })
  const taken = () => new Set(Object.values(fields).map(column => column.index))
  for (const [field, index] of guessByPosition(header, sample, fields)) {
    if (!fields[field] && !taken().has(index)) fields[field] = { index, by: 'position' }
  }
  for (const field of importFields) {
    const index = chosen[field]
    if (index === null) delete fields[field]
    else if (index !== undefined && index < header.length) fields[field] = { index, by: 'chosen' }
  }
  return { fields, attributes }
}

const productTypes = /^(simple|variable|variation|grouped|external)\b/i

/**
 * WooCommerce's order: ID, Type, SKU, [GTIN], Name, Published, … Sale price, Regular price, Categories, Tags, Shipping class,
 * Images, Download limit, Download expiry days, Parent. The values of Type and Published and the links of Images are never translated.
 */
function guessByPosition(
  header: string[],
  sample: string[][],
  named: ColumnMap['fields'],
): [ImportField, number][] {
  const filled = (index: number) => sample.map(row => row[index]?.trim() ?? '').filter(Boolean)
  const mostly = (index: number, pattern: RegExp) => {
    const values = filled(index)
    return values.length > 0 && values.filter(value => pattern.test(value)).length >= values.length * 0.8
  }
  const type = header.findIndex((_, index) => mostly(index, productTypes))
  if (type < 0) return []
  const guesses: [ImportField, number][] = [['type', type]]
  if (type > 0 && mostly(type - 1, /^'?\d+$/)) guesses.push(['id', type - 1])
  guesses.push(['sku', type + 1])
  const published = header.findIndex(
    (_, index) => index > type + 1 && index < type + 6 && mostly(index, /^'?-?[012]$/),
  )
  if (published > type + 2) guesses.push(['published', published], ['name', published - 1])

  // Images are three columns behind the categories, which tell their place in a file without any link.
  const linked = header.findIndex((_, index) => index > type + 20 && mostly(index, /^https?:\/\//i))
  const images = linked < 0 ? (named.categories?.index ?? -1) + 3 : linked
  if (images <= type + 20) return guesses
  guesses.push(
    ['images', images],
    ['categories', images - 3],
    ['regularPrice', images - 4],
    ['salePrice', images - 5],
  )
  guesses.push(['parent', images + 3])
  return guesses
}
