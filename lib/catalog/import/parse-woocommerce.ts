import { type ChosenColumns, type ColumnMap, countKnownHeaders, isShopifyHeader, mapColumns } from './columns'
import { type CsvRecord, detectDelimiter, readCsv } from './csv'
import { decodeFile } from './decode'
import { forEachInTurns } from './let-others-run'
import { parseRow, pickCells, type RawRow } from './parse-row'
import { decidePriceStyle, type PriceStyle } from './price-style'
import type { FileNote, ImportRow, LineNote } from './row'
import { unescapeCell } from './text'

/** 50 MB: about 150,000 products with descriptions. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

const MAX_ROWS = 200_000
const SAMPLE_ROWS = 200

export type ParseOptions = {
  /** The store's currency, which tells "1.500" in Kuwait from "1.500" in Brazil. */
  currency: string
  columns?: ChosenColumns
  decimalMark?: '.' | ','
  now: Date
}

export type ParsedFile = {
  ok: true
  header: string[]
  columns: ColumnMap
  style: PriceStyle
  rows: ImportRow[]
  /** Lines that are left out, and why. */
  refused: LineNote[]
  /** What was left out of lines that are imported. */
  notes: LineNote[]
  assumptions: FileNote[]
}

/** A file that can't be imported; `header` is there when pointing out the columns would help. */
export type UnreadableFile = { ok: false; message: string; header: string[]; columns: ColumnMap | null }

/**
 * Reads a WooCommerce product CSV export in any of its languages. Never throws for what is in the file: a bad row is refused
 * with its line and reason, a file that is no such export gets one sentence.
 */
export async function parseWooCommerce(
  file: Uint8Array,
  options: ParseOptions,
): Promise<ParsedFile | UnreadableFile> {
  const unreadable = (message: string): UnreadableFile => ({ ok: false, message, header: [], columns: null })
  if (file.length > MAX_FILE_BYTES) return unreadable('The file is larger than 50 MB. Export it in parts.')
  const decoded = decodeFile(file)
  if (!decoded.ok) return unreadable(decoded.message)

  const delimiter = detectDelimiter(decoded.bytes, countKnownHeaders)
  const reader = new RowReader(options.columns)
  const { unclosedQuoteLine } = await readCsv(decoded.bytes, delimiter, record => reader.take(record))
  const read = reader.finish()
  if (!read) return unreadable('The file holds no table.')
  const { header, columns, raws, dropped } = read
  if (isShopifyHeader(header)) {
    return unreadable(
      'This is a Shopify export. Shopify product files hold no product IDs and no collections, which routing needs: import a WooCommerce product export instead.',
    )
  }
  const missing = missingColumns(columns)
  if (missing) return { ok: false, message: missing, header, columns: header.length > 1 ? columns : null }
  if (raws.length === 0 && unclosedQuoteLine === null)
    return unreadable('The file has a header but no products.')

  const prices = raws
    .flatMap(raw => [raw.cells.regularPrice, raw.cells.salePrice].map(unescapeCell))
    .filter(Boolean)
  const style = decidePriceStyle(prices, options.currency, options.decimalMark)
  const parsed = await parseRows(raws, style, options.now)
  if (unclosedQuoteLine !== null) {
    const message =
      'A quotation mark is opened near this line and never closed; nothing after it could be read.'
    parsed.refused.push({ line: unclosedQuoteLine, id: null, name: '', message })
  }
  if (dropped > 0) {
    const message = `Only the first ${MAX_ROWS} lines of a file are read; ${dropped} more were left out.`
    parsed.refused.push({ line: MAX_ROWS + 2, id: null, name: '', message })
  }
  const assumptions = [
    ...describeEncoding(decoded.encoding),
    ...describeColumns(header, columns),
    ...describePrices(style),
  ]
  return { ok: true, header, columns, style, ...parsed, assumptions }
}

/** Holds back the first rows, because finding the columns may need their values; then keeps only the cells that matter. */
class RowReader {
  private header: string[] | null = null
  private held: CsvRecord[] = []
  private columns: ColumnMap | null = null
  private readonly raws: RawRow[] = []
  private dropped = 0

  constructor(private readonly chosen: ChosenColumns | undefined) {}

  take(record: CsvRecord): void {
    if (record.cells.every(cell => cell.trim() === '')) return
    if (!this.header) {
      // Excel's own first line, which says the delimiter.
      if (/^sep=/i.test(record.cells[0] ?? '') && record.cells.length <= 2) return
      this.header = record.cells.map(cell => cell.trim())
      return
    }
    if (this.raws.length >= MAX_ROWS) this.dropped++
    else if (this.columns) this.raws.push(pickCells(record, this.columns))
    else if (this.held.push(record) >= SAMPLE_ROWS) this.settle(this.header)
  }

  finish(): { header: string[]; columns: ColumnMap; raws: RawRow[]; dropped: number } | null {
    if (!this.header) return null
    const columns = this.columns ?? this.settle(this.header)
    return { header: this.header, columns, raws: this.raws, dropped: this.dropped }
  }

  private settle(header: string[]): ColumnMap {
    const columns = mapColumns(
      header,
      this.held.map(record => record.cells),
      this.chosen,
    )
    this.columns = columns
    for (const record of this.held) this.raws.push(pickCells(record, columns))
    this.held = []
    return columns
  }
}

async function parseRows(raws: RawRow[], style: PriceStyle, now: Date) {
  const rows: ImportRow[] = []
  const refused: LineNote[] = []
  const notes: LineNote[] = []
  const firstLine = new Map<number, number>()
  await forEachInTurns(raws, raw => {
    const result = parseRow(raw, style, now)
    if (!result.ok) return refused.push(result.note)
    const { row } = result
    const earlier = firstLine.get(row.id)
    if (earlier !== undefined) {
      const message = `Its ID ${row.id} is already used on line ${earlier}.`
      return refused.push({ line: row.line, id: row.id, name: row.name, message })
    }
    firstLine.set(row.id, row.line)
    rows.push(row)
    notes.push(...result.notes)
  })
  return { rows, refused, notes }
}

function missingColumns({ fields }: ColumnMap): string | null {
  if (fields.id && fields.name) return null
  const recognised = Object.values(fields).length
  if (recognised === 0)
    return 'None of the columns is one that WooCommerce writes. If this is a list of products, choose below which column is which.'
  const names = [!fields.id && 'ID', !fields.name && 'Name'].filter(Boolean).join(' and ')
  return `The ${names} column was not found. Choose which column it is, or export again with it.`
}

function describeEncoding(encoding: string): FileNote[] {
  if (encoding === 'UTF-8') return []
  if (encoding === 'damaged UTF-8') {
    return [{ tone: 'amber', message: 'Some letters in the file are damaged and show as �.' }]
  }
  const message = `The file is not in UTF-8 and was read as ${encoding}. Check that accents in the names below look right.`
  return [{ tone: encoding === 'UTF-16' ? 'info' : 'amber', message }]
}

function describeColumns(header: string[], { fields }: ColumnMap): FileNote[] {
  const notes: FileNote[] = []
  const guessed = Object.values(fields).filter(column => column.by === 'position')
  if (guessed.length > 0) {
    const names = guessed.map(column => `“${header[column.index]}”`).join(', ')
    notes.push({
      tone: 'amber',
      message: `Some headers are in a language we don't know. By their place in the file we took ${names} for WooCommerce's columns: check them under Columns.`,
    })
  }
  const without = (present: unknown, message: string) => {
    if (!present) notes.push({ tone: 'amber', message })
  }
  without(
    fields.categories,
    'The file has no Categories column: products keep the categories they have, new ones get none.',
  )
  without(
    fields.regularPrice || fields.salePrice,
    'The file has no price column: products keep the prices they have.',
  )
  without(
    fields.type || fields.parent,
    'The file has neither a Type nor a Parent column: every line is taken for a product of its own.',
  )
  return notes
}

function describePrices({ mark, by, example }: PriceStyle): FileNote[] {
  const name = mark === ',' ? 'a comma' : 'a point'
  const read = example
    ? ` So “${example}” is read as ${example.includes(mark) ? 'a number with decimals' : 'thousands'}.`
    : ''
  if (by === 'mixed') {
    return [
      {
        tone: 'amber',
        message: `Prices contradict each other: some have a decimal point, some a decimal comma (“${example}”). ${mark === ',' ? 'A comma' : 'A point'} was taken for the decimal mark; prices that don't fit are left out.`,
      },
    ]
  }
  if (by === 'assumed') {
    return [
      {
        tone: 'amber',
        message: `No price says for certain what separates its decimals. We assumed ${name}.${read} If that is wrong, choose the other mark below.`,
      },
    ]
  }
  if (by === 'chosen')
    return [{ tone: 'info', message: `You chose ${name} as the decimal mark of prices.${read}` }]
  if (by === 'certain' && (mark === ',' || example))
    return [{ tone: 'info', message: `Prices use ${name} for decimals.${read}` }]
  return []
}
