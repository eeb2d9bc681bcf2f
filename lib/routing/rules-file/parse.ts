import { type CsvRecord, detectDelimiter, readCsv } from '../../catalog/import/csv'
import { decodeFile } from '../../catalog/import/decode'
import { forEachInTurns } from '../../catalog/import/let-others-run'
import { parseNumber } from '../../whatsapp/number'
import {
  type Column,
  headings,
  maxFileBytes,
  type NamedCategory,
  readCell,
  readPath,
  readYesNo,
} from './cells'

/** A line that says something. Undefined: the file has no such column, so what is there stays. */
export type RuleLine = NamedCategory & {
  line: number
  /** International format without `+`. */
  digits: string
  /** Empty: the number keeps its label. */
  label: string
  coversSubcategories: boolean | undefined
  paused: boolean | undefined
}

export type BadLine = { line: number; text: string; reason: string }

export type ParsedRules =
  | { ok: true; lines: RuleLine[]; bad: BadLine[] }
  /** Nothing of it can be read: one sentence why. */
  | { ok: false; message: string }

const maxLines = 10_000

/** What Excel makes of a long number: `4.47701E+11`. */
const shortened = /^\d([.,]\d+)?e\+?\d+$/i

type Columns = Partial<Record<Column, number>>

/** Reads a file of rules; lines that can't be read are listed with their reason. */
export async function parseRules(file: Uint8Array): Promise<ParsedRules> {
  if (file.length > maxFileBytes)
    return { ok: false, message: 'The file is larger than 900 kB. Import it in parts.' }
  const decoded = decodeFile(file)
  if (!decoded.ok) return decoded
  const records: CsvRecord[] = []
  const delimiter = detectDelimiter(decoded.bytes, cells => Object.keys(findColumns(cells)).length)
  const { unclosedQuoteLine } = await readCsv(decoded.bytes, delimiter, record => records.push(record))
  if (unclosedQuoteLine !== null)
    return { ok: false, message: `Line ${unclosedQuoteLine} opens a quotation mark that is never closed.` }
  const start = records.findIndex(({ cells }) => !/^sep=.?$/i.test(cells[0] ?? ''))
  const [header, ...rows] = records.slice(Math.max(start, 0))
  const columns = findColumns(header?.cells ?? [])
  if (columns.category === undefined || columns.number === undefined)
    return { ok: false, message: 'The first line must name at least the columns “Category” and “Number”.' }
  if (rows.length > maxLines) return { ok: false, message: 'The file has more than 10,000 lines.' }
  const lines: RuleLine[] = []
  const bad: BadLine[] = []
  await forEachInTurns(rows, row => {
    const read = readLine(row, columns)
    if (typeof read !== 'string') lines.push(read)
    else if (read) bad.push({ line: row.line, text: row.cells.join(', ').slice(0, 200), reason: read })
  })
  return { ok: true, lines, bad }
}

function findColumns(cells: readonly string[]): Columns {
  const columns: Columns = {}
  for (const [index, cell] of cells.entries()) {
    const column = columnOf(cell)
    if (column) columns[column] ??= index
  }
  return columns
}

function columnOf(cell: string): Column | null {
  const key = cell
    .replace(/^\uFEFF/, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  for (const column of ['category', 'number', 'label', 'covers', 'paused'] as const) {
    if (headings[column].toLowerCase().replace(/[^a-z]/g, '') === key) return column
  }
  return null
}

/** The line, or why it can't be read; empty: there is nothing on it. */
function readLine({ line, cells }: CsvRecord, columns: Columns): RuleLine | string {
  const cell = (column: Column) => {
    const index = columns[column]
    return index === undefined ? undefined : readCell(cells[index] ?? '')
  }
  if (cells.every(text => text.trim() === '')) return ''
  const category = readPath(cell('category') ?? '')
  if (category.path.length === 0) return 'It names no category.'
  const typed = cell('number') ?? ''
  if (shortened.test(typed))
    return 'A spreadsheet has cut this number off. Make its column text, then type it again.'
  const number = parseNumber(typed)
  if (!number.ok) return number.message
  const label = cell('label') ?? ''
  if (label.length > 80) return 'Its label is longer than 80 characters.'
  const [covers, paused] = [cell('covers'), cell('paused')]
  const [coversSubcategories, isPaused] = [covers, paused].map(text =>
    text === undefined ? undefined : readYesNo(text),
  )
  if (coversSubcategories === null) return `“${headings.covers}” must be yes or no, not “${covers}”.`
  if (isPaused === null) return `“${headings.paused}” must be yes or no, not “${paused}”.`
  return { line, ...category, digits: number.digits, label, coversSubcategories, paused: isPaused }
}
