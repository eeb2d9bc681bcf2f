import { z } from 'zod'
import { type ChosenColumns, importFields } from './columns'

/** What a merchant may decide about reading a file: which column is which, and the decimal mark of its prices. */
export type ReadingChoices = { columns: ChosenColumns; decimalMark: '.' | ',' | undefined }

const column = z.union([z.literal('none').transform(() => null), z.coerce.number().int().min(0).max(2_000)])
const decimal = z.enum(['.', ',']).optional().catch(undefined)

/** From a page's address or a form: `column.<field>` and `decimal`. What can't be read is left to the importer. */
export function parseChoices(values: Record<string, unknown>): ReadingChoices {
  const columns: ChosenColumns = {}
  for (const field of importFields) {
    const value = values[`column.${field}`]
    const chosen = value === undefined || value === '' ? undefined : column.safeParse(value)
    if (chosen?.success) columns[field] = chosen.data
  }
  return { columns, decimalMark: decimal.parse(values.decimal || undefined) }
}

/** The same as form fields, so that what was previewed is what is saved. */
export function formatChoices({ columns, decimalMark }: ReadingChoices): [name: string, value: string][] {
  const fields: [string, string][] = []
  for (const field of importFields) {
    const index = columns[field]
    if (index !== undefined) fields.push([`column.${field}`, index === null ? 'none' : String(index)])
  }
  if (decimalMark) fields.push(['decimal', decimalMark])
  return fields
}
