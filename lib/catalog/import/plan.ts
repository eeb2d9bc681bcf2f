import { forEachInTurns } from './let-others-run'
import {
  categoryKey,
  type ExistingCategory,
  type KnownCategory,
  type PlannedCategory,
  planCategories,
} from './plan-categories'
import { canonicalPrice } from './price-style'
import type { ImportRow, LineNote } from './row'

/** What the catalogue holds today of everything the file names. */
export type ExistingProduct = {
  id: number
  parentId: number | null
  sku: string | null
  name: string
  variation: string | null
  price: string | null
  url: string | null
  imageUrl: string | null
  archived: boolean
  isDemo: boolean
  hasVariations: boolean
  /** In the product's own order. */
  categoryIds: number[]
}

export type ExistingCatalogue = { products: ExistingProduct[]; categories: ExistingCategory[] }

/** A product as it will be stored. `categories` are keys of paths (see plan-categories); null: left as they are. */
export type PlannedProduct = {
  line: number
  id: number
  parentId: number | null
  sku: string | null
  name: string
  variation: string | null
  price: string | null
  url: string | null
  imageUrl: string | null
  categories: string[] | null
  /** What differs from what is stored, in words; empty for a new product. */
  changes: string[]
}

export type ImportPlan = {
  create: PlannedProduct[]
  update: PlannedProduct[]
  unchanged: { line: number; id: number; name: string }[]
  skip: LineNote[]
  categories: PlannedCategory[]
  /** Every category path the file names, by key. */
  known: ReadonlyMap<string, KnownCategory>
}

/**
 * Compares a file's rows with the catalogue. Products that are not in the file are left alone, so nothing is archived.
 * Pure, but gives way to other work now and then: 100,000 rows take a while.
 */
export async function planImport(rows: ImportRow[], existing: ExistingCatalogue): Promise<ImportPlan> {
  const stored = new Map(existing.products.map(product => [product.id, product]))
  const skip: LineNote[] = []
  const skipRow = (row: ImportRow, message: string) =>
    skip.push({ line: row.line, id: row.id, name: row.name || (row.sku ?? ''), message })

  const parents = new Map<number, ParentFacts>()
  const wanted: ImportRow[] = []
  await forEachInTurns(rows, row => {
    const known = stored.get(row.id)
    const refusal = refuseProduct(row, known)
    if (row.kind === 'product' && !refusal) parents.set(row.id, { id: row.id, name: row.name })
    if (refusal) skipRow(row, refusal)
    else wanted.push(row)
  })
  const findParent = parentFinder({ rows: wanted, existing: existing.products, inFile: rows, parents })

  // Parents first: a variation can only be stored after its parent.
  const kept: { row: ImportRow; parent: ParentFacts | null }[] = []
  const variations: typeof kept = []
  const paths = new Map<string, string[]>()
  await forEachInTurns(wanted, row => {
    for (const path of row.categories ?? []) paths.set(categoryKey(path), path)
    if (row.kind === 'product') return kept.push({ row, parent: null })
    const found = findParent(row)
    if (typeof found === 'string') skipRow(row, found)
    else variations.push({ row, parent: found })
  })

  const { planned, known: categories } = planCategories([...paths.values()], existing.categories)
  const plan: ImportPlan = {
    create: [],
    update: [],
    unchanged: [],
    skip,
    categories: planned,
    known: categories,
  }
  await forEachInTurns([...kept, ...variations], ({ row, parent }) => {
    const known = stored.get(row.id)
    const product = merge(row, parent, known)
    if (!known) plan.create.push(product)
    else {
      product.changes = describeChanges(product, known, categories)
      if (!product.changes.includes('categories')) product.categories = null
      if (product.changes.length > 0) plan.update.push(product)
      else plan.unchanged.push({ line: row.line, id: row.id, name: product.name })
    }
  })
  plan.skip.sort((a, b) => a.line - b.line)
  return plan
}

type ParentFacts = { id: number; name: string }

function refuseProduct(row: ImportRow, known: ExistingProduct | undefined): string | null {
  const stays = known !== undefined && !known.archived
  if (row.status !== 'published' && !stays) {
    const status = { draft: 'a draft', private: 'private', pending: 'waiting for review' }[row.status]
    return row.kind === 'variation'
      ? `It is ${status} in the store (a variation that is switched off).`
      : `It is ${status} in the store.`
  }
  if (row.kind === 'variation' && known?.hasVariations) {
    return 'The file calls it a variation, but in the catalogue it has variations of its own.'
  }
  return null
}

type ParentSearch = {
  rows: ImportRow[]
  inFile: ImportRow[]
  existing: ExistingProduct[]
  parents: Map<number, ParentFacts>
}

/** Finds a variation's parent in the file (anywhere in it) or in the catalogue, or says why there is none. */
function parentFinder({ rows, inFile, existing, parents }: ParentSearch) {
  const stored = new Map<number, ParentFacts>()
  const bySku = new Map<string, ParentFacts>()
  for (const product of existing) {
    if (product.parentId !== null || product.archived) continue
    stored.set(product.id, product)
    if (product.sku) bySku.set(product.sku.toLowerCase(), product)
  }
  // The file knows better than the catalogue, and its first row with a SKU better than a later one.
  for (const row of [...rows].reverse()) {
    if (row.kind === 'product' && row.sku) bySku.set(row.sku.toLowerCase(), { id: row.id, name: row.name })
  }
  const fileIds = new Map(inFile.map(row => [row.id, row]))
  const fileSkus = new Map(inFile.map(row => [row.sku?.toLowerCase() ?? '', row]))

  return (row: ImportRow): ParentFacts | string => {
    const { parent } = row
    if (!parent) return 'It is a variation, but names no parent.'
    const id = 'id' in parent ? parent.id : /^\d{1,15}$/.test(parent.sku) ? Number(parent.sku) : null
    const found = 'sku' in parent ? bySku.get(parent.sku.toLowerCase()) : undefined
    const byId = id === null ? undefined : (parents.get(id) ?? (fileIds.has(id) ? undefined : stored.get(id)))
    const result = found ?? byId
    if (result && result.id !== row.id) return { id: result.id, name: result.name }
    const named = 'id' in parent ? `ID ${parent.id}` : `SKU “${parent.sku}”`
    const other = 'sku' in parent ? fileSkus.get(parent.sku.toLowerCase()) : fileIds.get(parent.id)
    if (other?.kind === 'variation') return `Its parent (${named}) is a variation itself.`
    if (other) return `Its parent (${named}, line ${other.line}) is skipped.`
    return `Its parent (${named}) is neither in the file nor in the catalogue.`
  }
}

/** What will be stored: the file's value where it has the column, else what is stored. */
function merge(
  row: ImportRow,
  parent: ParentFacts | null,
  known: ExistingProduct | undefined,
): PlannedProduct {
  const keep = <T>(value: T | undefined, before: T | undefined): T | null =>
    value === undefined ? (before ?? null) : value
  const variation = parent
    ? (row.attributes ?? labelFromName(row.name, parent.name) ?? known?.variation ?? null)
    : null
  const ownName =
    row.name || (parent ? [parent.name, variation].filter(Boolean).join(' - ').slice(0, 500) : row.name)
  return {
    line: row.line,
    id: row.id,
    parentId: parent?.id ?? null,
    sku: keep(row.sku, known?.sku),
    name: ownName,
    variation,
    price: keep(row.price, known?.price),
    url: keep(row.url, known?.url),
    imageUrl: keep(row.imageUrl, known?.imageUrl),
    categories: parent ? [] : row.categories === undefined ? null : row.categories.map(categoryKey),
    changes: [],
  }
}

/** "Hoodie - Red, No" of "Hoodie" is "Red, No". */
function labelFromName(name: string, parentName: string): string | null {
  if (!name.startsWith(parentName)) return null
  return (
    name
      .slice(parentName.length)
      .replace(/^\s*[-–—:,]\s*/, '')
      .slice(0, 300) || null
  )
}

function describeChanges(
  next: PlannedProduct,
  before: ExistingProduct,
  categories: ReadonlyMap<string, KnownCategory>,
): string[] {
  const changes: string[] = []
  const compare = (label: string, now: unknown, then: unknown) => {
    if (now !== then) changes.push(label)
  }
  compare('name', next.name, before.name)
  compare('price', next.price && canonicalPrice(next.price), before.price && canonicalPrice(before.price))
  compare('SKU', next.sku, before.sku)
  compare('variation', next.variation, before.variation)
  compare('parent', next.parentId, before.parentId)
  compare('link', next.url, before.url)
  compare('image', next.imageUrl, before.imageUrl)
  if (next.categories) {
    const wanted = next.categories.map(key => categories.get(key))
    const ids = wanted.map(category => category?.id ?? null)
    const same =
      ids.length === before.categoryIds.length && ids.every((id, index) => id === before.categoryIds[index])
    if (!same) changes.push('categories')
    else if (wanted.some(category => category?.archived)) changes.push('its category is restored')
  }
  if (before.archived) changes.push('restored from the archive')
  if (before.isDemo) changes.push('no longer demo data')
  return changes
}
