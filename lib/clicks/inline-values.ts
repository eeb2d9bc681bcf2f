import type { Prisma } from '../generated/prisma/client'

/**
 * The text of a statement with its values in it, for COPY, which takes no parameters. Only numbers, times and words of
 * harmless signs (enum values, UUIDs, lists of ids, offsets) may be in it; what a person typed never is.
 * @throws for any other value.
 */
export function inlineValues(sql: Prisma.Sql): string {
  return sql.strings.reduce((text, part, index) => `${text}${literal(sql.values[index - 1])}${part}`)
}

function literal(value: unknown): string {
  return Array.isArray(value) ? `'{${value.map(plainText).map(quote).join(',')}}'` : `'${plainText(value)}'`
}

const quote = (text: string) => `"${text}"`

function plainText(value: unknown): string {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' && /^[\w:+,{}-]*$/.test(value)) return value
  throw new Error('This value may not be written into a statement')
}
