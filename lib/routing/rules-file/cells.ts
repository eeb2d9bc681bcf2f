/** The file's columns, in its order; the first two must be there. */
export const headings = {
  category: 'Category',
  number: 'Number',
  label: 'Label',
  covers: 'Covers subcategories',
  paused: 'Paused',
} as const

export type Column = keyof typeof headings

/** As much as one call of the dashboard carries; thousands of rules fit in it. */
export const maxFileBytes = 900_000

/**
 * What a spreadsheet would take for a formula (OWASP, CSV injection), the wide signs of East Asian keyboards among it.
 * Apostrophes may stand before it, so that one that was meant is not taken for the one that `writeCell` puts there.
 */
const formula = /^'*[=+\-@\t\r＝＋－＠]/

/** A cell as it stands in the file: harmless to a spreadsheet, quoted where it must be (RFC 4180). */
export function writeCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell as it was meant: without the apostrophe that `writeCell` put before a formula's sign. No NUL, which Postgres refuses. */
export function readCell(text: string): string {
  const trimmed = text.replaceAll('\0', '').trim()
  return trimmed.startsWith("'") && formula.test(trimmed.slice(1)) ? trimmed.slice(1) : trimmed
}

/** A category as a file names it: its path and, where several have the same one, its id; else null. */
export type NamedCategory = { path: string[]; id: number | null }

/** `Clothing > T-shirts`, or `Clothing > T-shirts #12`; a > within a name is written \>, a # that begins a number \#, a \ as \\. */
export function writePath({ path, id }: NamedCategory): string {
  const names = path.map(name => name.replace(/[\\>]|#(?=\d+$)/g, '\\$&')).join(' > ')
  return id === null ? names : `${names} #${id}`
}

export function readPath(text: string): NamedCategory {
  const [, named = text, id] = /^(.*[^\\])#(\d{1,9})\s*$/s.exec(text) ?? []
  const names = ['']
  for (const [step] of named.matchAll(/\\[\\>#]|[\s\S]/g)) {
    if (step === '>') names.push('')
    else names.push(`${names.pop() ?? ''}${step.length === 2 ? step.slice(1) : step}`)
  }
  return { path: names.map(name => name.trim()).filter(Boolean), id: id === undefined ? null : Number(id) }
}

/** Under which a path is found: without regard to capitals. */
export function pathKey(path: readonly string[]): string {
  return path.map(name => name.normalize('NFC').toLowerCase()).join('\n')
}

/** Yes or no as people write it; null: something else. An empty cell is no. */
export function readYesNo(text: string): boolean | null {
  if (/^(yes|y|true|1|x|on)$/i.test(text)) return true
  return /^(no|n|false|0|off|)$/i.test(text) ? false : null
}
