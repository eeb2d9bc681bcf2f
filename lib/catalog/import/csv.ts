import { type CsvError, type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { letOthersRun } from './let-others-run'

/** Counting from 1, the line a record starts on. */
export type CsvRecord = { line: number; cells: string[] }

const CHUNK_BYTES = 64 * 1024

/** How far the first record may reach when guessing the delimiter. */
const HEADER_BYTES = 64 * 1024

const delimiters = [',', ';', '\t', '|'] as const
type Delimiter = (typeof delimiters)[number]

/**
 * The delimiter of a CSV: what Excel's `sep=` line says, else the one whose first record scores best
 * (`score` counts the headers it knows), else the one that gives most columns.
 */
export function detectDelimiter(bytes: Uint8Array, score: (cells: string[]) => number): Delimiter {
  const declared = /^sep=([,;\t|])\r?\n/i.exec(Buffer.from(bytes.subarray(0, 16)).toString('latin1'))?.[1]
  const named = delimiters.find(delimiter => delimiter === declared)
  if (named) return named
  const ranked = delimiters.map(delimiter => {
    const cells = firstRecord(bytes, delimiter)
    return { delimiter, known: score(cells), columns: cells.length }
  })
  ranked.sort((a, b) => b.known - a.known || b.columns - a.columns)
  return ranked[0]?.delimiter ?? ','
}

function firstRecord(bytes: Uint8Array, delimiter: Delimiter): string[] {
  const head = Buffer.from(bytes.subarray(0, HEADER_BYTES))
  try {
    const rows: string[][] = parseAtOnce(head, { ...dialect(delimiter), to: 1 })
    return rows[0] ?? []
  } catch {
    // A first record that can't be read with this delimiter simply scores nothing.
    return []
  }
}

/**
 * Reads every record in order, giving way to other work between chunks, so that a 50 MB file never holds up a redirect.
 * Answers the line on which a quotation mark was opened and never closed, or null.
 */
export async function readCsv(
  bytes: Uint8Array,
  delimiter: Delimiter,
  onRecord: (record: CsvRecord) => void,
): Promise<{ unclosedQuoteLine: number | null }> {
  const parser = parse({ ...dialect(delimiter), info: true })
  let line = 1
  let failure: CsvError | null = null
  parser.on('error', (error: CsvError) => {
    failure = error
  })
  parser.on('readable', () => {
    for (let next = parser.read(); next !== null; next = parser.read()) {
      const { record, info }: { record: string[]; info: { lines: number } } = next
      const breaks = record.reduce((sum, cell) => sum + lineBreaks(cell), 0)
      line = info.lines
      onRecord({ line: info.lines - breaks, cells: record })
    }
  })
  for (let from = 0; from < bytes.length && !failure; from += CHUNK_BYTES) {
    const chunk = bytes.subarray(from, from + CHUNK_BYTES)
    parser.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    await letOthersRun()
  }
  if (!failure) parser.end()
  await new Promise<void>(resolve => {
    if (failure || parser.readableEnded) return resolve()
    parser.once('end', resolve).once('error', () => resolve())
  })
  return { unclosedQuoteLine: failure ? line + 1 : null }
}

function lineBreaks(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0
}

function dialect(delimiter: Delimiter): Options & { delimiter: Delimiter } {
  return {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  }
}
