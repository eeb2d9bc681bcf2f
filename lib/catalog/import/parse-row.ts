import { type ColumnMap, type ImportField, importFields } from './columns'
import type { CsvRecord } from './csv'
import { uncategorizedNames } from './header-names'
import { type PriceStyle, parsePrice } from './price-style'
import type { ImportRow, LineNote } from './row'
import { plainLine, splitList, unescapeCell } from './text'

/** A row the importer must leave out, with the reason. */
type RowRefusal = { ok: false; note: LineNote }
type RowResult = { ok: true; row: ImportRow; notes: LineNote[] } | RowRefusal

/** What a row is kept as until the whole file has been read: its cells by field. */
export type RawRow = { line: number; cells: Partial<Record<ImportField, string>>; attributes: string[] }

const uncategorized = new Set(uncategorizedNames.split(' · '))

/** Columns the importer has no use for (descriptions above all) are dropped here, so that a big file fits in memory. */
export function pickCells({ line, cells }: CsvRecord, { fields, attributes }: ColumnMap): RawRow {
  const picked: RawRow['cells'] = {}
  for (const field of importFields) {
    const column = fields[field]
    if (column) picked[field] = cells[column.index] ?? ''
  }
  return { line, cells: picked, attributes: attributes.map(index => cells[index] ?? '').filter(Boolean) }
}

/** Reads one row. Only a row without a usable id or name is refused; anything else unusable is left out and noted. */
export function parseRow(raw: RawRow, style: PriceStyle, now: Date): RowResult {
  const { line, cells } = raw
  const notes: LineNote[] = []
  const rawId = unescapeCell(cells.id)
  const fullName = plainLine(cells.name)
  const label = fullName || plainLine(cells.sku)
  const refuse = (message: string): RowRefusal => ({
    ok: false,
    note: { line, id: null, name: label, message },
  })

  if (rawId === '') return refuse('It has no ID.')
  if (!/^\d+$/.test(rawId)) return refuse(`Its ID “${shorten(rawId, 40)}” is not a whole number.`)
  const id = Number(rawId)
  if (id < 1 || !Number.isSafeInteger(id)) return refuse(`Its ID ${shorten(rawId, 40)} is out of range.`)

  const note = (message: string) => notes.push({ line, id, name: label, message })
  const parent = parseParent(unescapeCell(cells.parent))
  const type = unescapeCell(cells.type).toLowerCase()
  const kind = /\bvariation\b/.test(type) || (type === '' && parent !== null) ? 'variation' : 'product'
  if (fullName === '' && kind === 'product')
    return { ok: false, note: { line, id, name: label, message: 'It has no name.' } }
  if (fullName.length > 500) note('Its name is longer than 500 characters and was cut.')

  const sku = optional(cells.sku, cell => plainLine(cell) || null)
  if (sku && sku.length > 120) note('Its SKU is longer than 120 characters and was left out.')
  const row: ImportRow = {
    line,
    id,
    kind,
    parent: kind === 'variation' ? parent : null,
    sku: sku && sku.length > 120 ? null : sku,
    name: shorten(fullName, 500),
    attributes:
      shorten(
        raw.attributes
          .map(cell => plainLine(splitList(cell).join(', ')))
          .filter(Boolean)
          .join(', '),
        300,
      ) || null,
    status: parseStatus(unescapeCell(cells.published)),
    price: parseRowPrice(cells, { style, now, note }),
    url: parseUrl(cells, note),
    imageUrl: optional(cells.images, firstImage),
    categories: kind === 'variation' ? [] : optional(cells.categories, cell => parseCategories(cell, note)),
  }
  return { ok: true, row, notes }
}

function optional<T>(cell: string | undefined, parse: (cell: string) => T): T | undefined {
  return cell === undefined ? undefined : parse(cell)
}

/** Cut to a length without leaving half a surrogate pair. */
function shorten(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/** `id:123`, or the parent's SKU (get_column_value_parent_id in WooCommerce's exporter). */
function parseParent(cell: string): ImportRow['parent'] {
  if (cell === '' || cell === '0') return null
  const id = /^id:\s*(\d+)$/i.exec(cell)?.[1]
  return id ? { id: Number(id) } : { sku: plainLine(cell) }
}

/** 1 published, 0 private, -1 draft, 2 pending (get_column_value_published). Anything else, and no column, is published. */
function parseStatus(cell: string): ImportRow['status'] {
  if (cell === '-1') return 'draft'
  if (cell === '0') return 'private'
  return cell === '2' ? 'pending' : 'published'
}

type PriceContext = { style: PriceStyle; now: Date; note: (message: string) => void }

/** The sale price while its dates (if any) hold and it is lower, as WooCommerce's is_on_sale has it; else the regular price. */
function parseRowPrice(
  cells: RawRow['cells'],
  { style, now, note }: PriceContext,
): string | null | undefined {
  if (cells.regularPrice === undefined && cells.salePrice === undefined) return undefined
  const read = (cell: string | undefined) => {
    const text = unescapeCell(cell)
    if (text === '') return null
    const price = parsePrice(text, style.mark)
    if (price === null) note(`Its price “${shorten(text, 40)}” could not be read and was left out.`)
    return price
  }
  const regular = read(cells.regularPrice)
  const sale = onSale(cells, now) ? read(cells.salePrice) : null
  return sale !== null && (regular === null || Number(sale) < Number(regular)) ? sale : regular
}

function onSale(cells: RawRow['cells'], now: Date): boolean {
  const from = parseDay(cells.saleFrom)
  const until = parseDay(cells.saleUntil)
  if (from && from.getTime() > now.getTime()) return false
  const DAY = 24 * 60 * 60 * 1000
  return !until || until.getTime() + DAY > now.getTime()
}

function parseDay(cell: string | undefined): Date | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(unescapeCell(cell))?.[0]
  const date = day ? new Date(`${day}T00:00:00Z`) : null
  return date && !Number.isNaN(date.getTime()) ? date : null
}

function parseUrl(cells: RawRow['cells'], note: (message: string) => void): string | null | undefined {
  if (cells.url === undefined && cells.externalUrl === undefined) return undefined
  const written = [unescapeCell(cells.url), unescapeCell(cells.externalUrl)].filter(Boolean)
  const usable = written.find(isWebAddress)
  if (!usable && written[0])
    note(`Its address “${shorten(written[0], 60)}” is no http or https address and was left out.`)
  // Without a column of its own, an empty External URL says nothing about the product's page.
  return usable ?? (cells.url === undefined ? undefined : null)
}

function firstImage(cell: string): string | null {
  return splitList(unescapeCell(cell)).find(isWebAddress) ?? null
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && text.length <= 2000 && URL.canParse(text)
}

/** `Clothing > Tshirts, Music`: one path per entry, in order, each once; "Uncategorized" is no category. */
function parseCategories(cell: string, note: (message: string) => void): string[][] {
  const paths = new Map<string, string[]>()
  for (const entry of splitList(unescapeCell(cell))) {
    const path = entry
      .split('>')
      .map(name => plainLine(name))
      .filter(Boolean)
    if (path.some(name => name.length > 200))
      note('A category name is longer than 200 characters and was cut.')
    const names = path.map(name => shorten(name, 200))
    const only = names.length === 1 ? names[0] : undefined
    if (names.length === 0 || (only && uncategorized.has(only.toLowerCase()))) continue
    const key = names.join('\n').toLowerCase()
    if (!paths.has(key)) paths.set(key, names)
  }
  return [...paths.values()]
}
