import type { Readable } from 'node:stream'
import type { ClickQuestion } from './scope'

export type ExportFormat = 'csv' | 'jsonl'

/**
 * The clicks that match the filters, newest first, as a file's bytes: CSV with a header (a cell that a spreadsheet would
 * take for a formula starts with an apostrophe) or one JSON object a line. Times are ISO 8601 with the store's offset.
 * Rows come as fast as they are read; destroying the stream ends the query. It errs where the database breaks off.
 */
export async function exportClicks(question: ClickQuestion & { format: ExportFormat }): Promise<Readable> {
  throw new Error(`to come ${question.format}`)
}
